import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { useFormat } from '../page/use-format.ts'
import { usePageState } from '../page/use-page-state.ts'
import { Dot } from '../status/dot.tsx'
import { phaseTone } from '../status/phase-tone.ts'

/** The second line of a source: its state and how many lines it has. Drawn on its own as they change. */
export function SourceFacts({ id }: { readonly id: LogId }) {
  const { t } = useTranslation()
  const format = useFormat()
  const phase = usePageState((state) => logOf(state, id)?.phase ?? null)
  const lines = usePageState((state) => {
    const log = logOf(state, id)
    return log === undefined ? 0 : log.end - log.first
  })
  // What a server that does not answer said last is not known to be so any more.
  const isAway = usePageState(({ connection }) => connection.kind === 'reconnecting')
  if (phase === null) return null
  // Not refused, but not asked either: it waits for its token.
  const isWaiting = phase.kind === 'refused' && phase.reason.kind === 'secret'
  return (
    <span className="source-facts">
      <Dot tone={isAway || isWaiting ? 'idle' : phaseTone(phase)} />
      <span className="source-phase">
        {t(isAway ? 'phase.away' : isWaiting ? 'phase.secret' : `phase.${phase.kind}`)}
      </span>
      <span className="source-lines">{format.number(lines)}</span>
    </span>
  )
}

function logOf(state: PageState, id: LogId) {
  return state.server?.logs.find((log) => log.id === id)
}
