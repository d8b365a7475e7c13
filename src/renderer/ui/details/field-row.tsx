import { ChevronRight, Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { Button, TreeItem, TreeItemContent } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { pathText } from '../../structure/field-path.ts'
import type { FieldNode } from '../../structure/field-tree.ts'
import { timeText } from '../../structure/time-text.ts'
import { visibleValue } from '../../structure/visible-value.ts'
import type { OpenField } from './field-menu.tsx'
import { LinkedText } from './linked-text.tsx'

/** Characters of a value that are shown among the fields; the text of the line has all of it. */
const MAX_SHOWN = 2000

export interface FieldRowProps {
  readonly node: FieldNode
  /** Opens the menu of a field. */
  readonly onOpen: (field: OpenField) => void
}

/** A field with its name, its value and what can be done with it; a branch has its parts below it. */
export const FieldRow = memo(function FieldRow({ node, onOpen }: FieldRowProps) {
  const { t } = useTranslation()
  const name = visibleValue(node.name)
  const value = shownValue(node)
  // Seconds since 1970 are no time that a person reads.
  const time = node.kind === 'number' && isTime(node.name) ? timeText(value) : value
  return (
    <TreeItem id={node.id} textValue={`${name} ${value}`} className="field-row">
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className="field-line" style={{ paddingInlineStart: (level - 1) * 14 }}>
            {hasChildItems ? (
              <Button slot="chevron" className="field-chevron" aria-label={t('structure.expand')}>
                <ChevronRight aria-hidden size={14} />
              </Button>
            ) : (
              <span className="field-chevron" />
            )}
            <span className="field-name">{name}</span>
            <span className="field-value" data-kind={node.kind}>
              {node.field === null ? value : <LinkedText text={value} />}
              {time !== value && <span className="field-time">{time}</span>}
            </span>
            <Button
              className="icon-button field-menu"
              aria-haspopup="menu"
              aria-label={t('structure.actions', { name: pathText(node.path) })}
              onPress={({ target }) => onOpen({ node, button: target })}
            >
              <Ellipsis aria-hidden size={14} />
            </Button>
          </div>
        )}
      </TreeItemContent>
      {node.parts.map((part) => (
        <FieldRow key={part.id} node={part} onOpen={onOpen} />
      ))}
    </TreeItem>
  )
})

function shownValue({ field, kind, parts }: FieldNode): string {
  if (field === null) return kind === 'array' ? `[${parts.length}]` : `{${parts.length}}`
  const value = visibleValue(field.value.slice(0, MAX_SHOWN))
  return field.value.length > MAX_SHOWN ? `${value}…` : value
}

/** Whether a number with this name is meant as a time: any other of ten digits may be an id. */
function isTime(name: string): boolean {
  return /time|date|^@?ts$|^@?t$|_at$|At$/i.test(name)
}
