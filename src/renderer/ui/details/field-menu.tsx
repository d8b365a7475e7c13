import { Columns3, Copy, Ellipsis, EyeOff, ListFilter, type LucideIcon, Route } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { TextKey } from '../../i18n/en.ts'
import { pathText } from '../../structure/field-path.ts'
import type { FieldNode } from '../../structure/field-tree.ts'
import { usePage } from '../page/page-context.ts'
import { fieldActions, hasColumn } from './field-actions.ts'

export interface FieldMenuProps {
  readonly node: FieldNode
  /** The line that has the field. */
  readonly raw: string
}

interface Choice {
  readonly icon: LucideIcon
  readonly label: TextKey
  readonly run: (() => void) | null
}

/** What can be done with a field, behind a button. */
export function FieldMenu({ node, raw }: FieldMenuProps) {
  const { t } = useTranslation()
  return (
    <MenuTrigger>
      <Button
        className="icon-button field-menu"
        aria-label={t('structure.actions', { name: pathText(node.path) })}
      >
        <Ellipsis aria-hidden size={14} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <FieldChoices node={node} raw={raw} />
      </Popover>
    </MenuTrigger>
  )
}

/** Made only while the menu is open: a line can have a thousand fields. */
function FieldChoices({ node, raw }: FieldMenuProps) {
  const { t } = useTranslation()
  const page = usePage()
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
    <Menu className="menu">
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
  )
}
