import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { SourceName } from '../sources/source-name.tsx'
import { targetOf } from '../sources/target-of.ts'
import { NewsMark } from './news-mark.tsx'
import { useTabDrag } from './use-tab-drag.ts'

export interface LogTabProps {
  readonly log: LogState
  readonly isSelected: boolean
}

/** Id of a log's tab: the row of tabs owns it by this name. */
export function tabElementId(log: LogState): string {
  return `tab-${log.id}`
}

/**
 * One log's tab, and beside it what closes it: a control inside of a tab could not be reached by a
 * screen reader (https://w3c.github.io/aria/#tab: its children are presentational).
 */
export function LogTab({ log, isSelected }: LogTabProps) {
  const { t } = useTranslation()
  const { commands, tabs } = usePage()
  const name = shownText(log.name)
  const beginDrag = useTabDrag((place) => tabs.move(log.id, place))
  return (
    <div className="tab" data-selected={isSelected || undefined}>
      <button
        type="button"
        role="tab"
        id={tabElementId(log)}
        className="tab-face"
        aria-selected={isSelected}
        aria-controls={isSelected ? 'log-panel' : undefined}
        tabIndex={isSelected ? 0 : -1}
        title={targetOf(log.origin)}
        onClick={(event) => {
          commands.select(log.id)
          // By mouse a log is chosen to be read; by keyboard the next tab may be wanted.
          if (event.detail > 0) commands.focusLines()
        }}
        onPointerDown={beginDrag}
      >
        <SourceName name={log.name} />
        <NewsMark id={log.id} />
      </button>
      <button
        type="button"
        className="icon-button tab-close"
        aria-label={t('tabs.closeTab', { name })}
        tabIndex={isSelected ? 0 : -1}
        onClick={() => commands.closeLog(log.id)}
      >
        <X aria-hidden size={12} />
      </button>
    </div>
  )
}
