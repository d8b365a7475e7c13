import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { emptyWords } from '../stage/empty-words.ts'
import { hasNoLines } from '../stage/has-no-lines.ts'

/** Over the second list of a log without lines: why there are none. */
export function SecondEmpty({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { session, bridge } = usePage()
  const find = (state: PageState) => state.server?.logs.find((log) => log.id === id)
  usePageState((state) => find(state)?.phase ?? null)
  const isEmpty = usePageState((state) => isWithoutLines(find(state)))
  const log = find(session.getState())
  if (!isEmpty || log === undefined) return null
  const words = emptyWords(t, { kind: 'no-lines', log, phase: log.phase }, bridge !== undefined)
  return (
    <div className="empty nothing-shown">
      <h2 className="empty-title">{words.title}</h2>
      <p className="empty-text">{words.text}</p>
    </div>
  )
}

function isWithoutLines(log: LogState | undefined): boolean {
  return log !== undefined && hasNoLines(log)
}
