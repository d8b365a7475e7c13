import { Columns3, Copy, EyeOff, ListFilter, type LucideIcon, Route } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { TextKey } from '../../i18n/en.ts'
import { pathText } from '../../structure/field-path.ts'
import type { FieldNode } from '../../structure/field-tree.ts'
import { usePage } from '../page/page-context.ts'
import { fieldActions, hasColumn } from './field-actions.ts'

/** A field whose menu is open, and the button that opened it. */
export interface OpenField {
  readonly node: FieldNode
  readonly button: Element
}

export interface FieldMenuProps {
  readonly open: OpenField
  /** The line that has the field. */
  readonly raw: string
  readonly onClose: () => void
}

interface Choice {
  readonly icon: LucideIcon
  readonly label: TextKey
  readonly run: (() => void) | null
}

/** What can be done with a field. There is one menu for all of them: a line can have hundreds. */
export function FieldMenu({ open: { node, button }, raw, onClose }: FieldMenuProps) {
  const { t } = useTranslation()
  const page = usePage()
  const trigger: RefObject<Element | null> = useRef(button)
  const actions = fieldActions(page, node, raw)
  const column = hasColumn(page, node.path) ? 'structure.removeColumn' : 'structure.addColumn'
  const choices: readonly Choice[] = [
    { icon: Copy, label: 'structure.copyValue', run: actions.copyValue },
    { icon: Route, label: 'structure.copyPath', run: actions.copyPath },
    { icon: ListFilter, label: 'structure.showOnly', run: actions.showOnly },
    { icon: EyeOff, label: 'structure.hide', run: actions.hide },
    { icon: Columns3, label: column, run: actions.toggleColumn },
  ]
  return (
    <Popover
      className="popover"
      placement="bottom end"
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Menu
        className="menu"
        aria-label={t('structure.actions', { name: pathText(node.path) })}
        autoFocus="first"
        onClose={onClose}
      >
        {choices.map(({ icon: Icon, label, run }) => (
          <MenuItem
            key={label}
            id={label}
            className="menu-item"
            isDisabled={run === null}
            onAction={() => run?.()}
          >
            <Icon aria-hidden size={14} className="menu-icon" />
            {t(label)}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
