import { type KeyboardEvent, useRef } from 'react'
import { GridList, useDragAndDrop } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { ChipEditor } from './chip-editor.tsx'
import { ChipItem } from './chip-item.tsx'
import type { Chip, LogFilter } from './log-filter.ts'

export interface ChipListProps {
  readonly filter: LogFilter
  /** The filter whose pattern has a mistake. */
  readonly invalid: string | null
}

/**
 * The stack of filters: a press switches one on or off, Delete removes it, F2 edits it, Alt with an
 * arrow key moves it, and so does dragging it.
 */
export function ChipList({ filter, invalid }: ChipListProps) {
  const { t } = useTranslation()
  const { filters, filtering } = usePage()
  const { chips } = filter
  const list = useRef<HTMLDivElement>(null)
  const editing = useStore(filtering.editing)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': patternOf(chips, key) })),
    onReorder({ keys: [moved], target }) {
      const from = chips.findIndex(({ id }) => id === moved)
      const to = chips.findIndex(({ id }) => id === target.key)
      const after = target.dropPosition === 'after' ? 1 : 0
      // The place among the others, without the one that is moved.
      if (from !== -1) filters.move(String(moved), to + after - (from < to ? 1 : 0))
    },
  })

  function onKeyDown(event: KeyboardEvent): void {
    const id = chipOf(event.target)
    const at = chips.findIndex((chip) => chip.id === id)
    if (id === null || at === -1) return
    if (event.key === 'Delete' || event.key === 'Backspace') filters.remove(id)
    else if (event.key === 'F2') filtering.editing.set(id)
    else if (event.altKey && event.key === 'ArrowLeft') filters.move(id, at - 1)
    else if (event.altKey && event.key === 'ArrowRight') filters.move(id, at + 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const edited = chips.find(({ id }) => id === editing)
  return (
    <>
      <div className="chips" onKeyDownCapture={onKeyDown}>
        <GridList
          ref={list}
          className="chip-list"
          aria-label={t('filters.stack')}
          orientation="horizontal"
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          selectionMode="multiple"
          selectionBehavior="toggle"
          escapeKeyBehavior="none"
          items={chips}
          dependencies={[invalid]}
          selectedKeys={chips.filter(({ on }) => on).map(({ id }) => id)}
          onSelectionChange={(keys) => filters.switchOn((id) => keys === 'all' || keys.has(id))}
          dragAndDropHooks={dragAndDropHooks}
        >
          {(chip) => <ChipItem chip={chip} isInvalid={chip.id === invalid} />}
        </GridList>
      </div>
      {edited !== undefined && (
        <ChipEditor
          key={edited.id}
          chip={edited}
          triggerRef={{ current: elementOf(list.current, edited.id) }}
          isInvalid={edited.id === invalid}
        />
      )}
    </>
  )
}

function patternOf(chips: readonly Chip[], key: unknown): string {
  return chips.find(({ id }) => id === key)?.term.pattern ?? ''
}

function chipOf(target: EventTarget): string | null {
  const isInRow = target instanceof Element && target.matches('[data-chip]')
  return isInRow ? target.getAttribute('data-chip') : null
}

function elementOf(list: Element | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-chip="${id}"]`) ?? null
}
