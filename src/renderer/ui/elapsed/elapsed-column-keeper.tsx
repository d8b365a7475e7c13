import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLogTimes } from '../histogram/use-log-times.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'
import { createElapsedColumn, ELAPSED_ID } from './elapsed-column.ts'

/** Keeps the column of elapsed time as it was chosen. Draws nothing itself. */
export function ElapsedColumnKeeper() {
  const { t, i18n } = useTranslation()
  const { columns, times, elapsed, session } = usePage()
  const mode = useStore(elapsed.mode)
  const log = usePageState((state) => state.selected)
  const isShown = mode.kind === 'previous' || (mode.kind === 'since' && mode.log === log)
  // The zone of times that name none is the server's to tell.
  const clock = useLogTimes(isShown ? log : null)?.clock

  useEffect(() => {
    if (!isShown || clock === undefined) return
    columns.put(
      createElapsedColumn({
        mode,
        label: t('elapsed.column'),
        point: i18n.language === 'pt-BR' ? ',' : '.',
        timeOf: (text) => times.timeOf(log, text),
        lineAt: (line) => session.lines.peek(line)?.text ?? null,
      }),
    )
    return () => columns.remove(ELAPSED_ID)
  }, [columns, times, session, mode, isShown, clock, log, t, i18n.language])

  return null
}
