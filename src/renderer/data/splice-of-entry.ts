import type { LogId } from '../../shared/log-id.ts'
import type { EntryPlace } from './find-entry.ts'
import { type Fold, shownView } from './page-state.ts'
import type { Session } from './session.ts'
import type { Splice } from './splices.ts'

/**
 * How the rows differ when one entry is unfolded among folded ones, or the other way round. Null when
 * it is a single line, or when what is shown does not have all of it or could not be asked.
 */
export async function spliceOfEntry(
  session: Pick<Session, 'getState' | 'viewPlace'>,
  { log, kind, entry }: { log: LogId; kind: Fold['kind']; entry: EntryPlace },
  signal: AbortSignal,
): Promise<Splice | null> {
  const { row, line, lines } = entry
  if (lines < 2) return null
  if (kind === 'heads') return { at: row + 1, remove: 0, line: line + 1, insert: lines - 1 }
  const shown = shownView(session.getState(), log)
  if (shown === null) return { at: line + 1, remove: lines - 1, line: line + 1, insert: 0 }
  const [from, to] = await Promise.all(
    [line + 1, line + lines].map((at) => session.viewPlace(log, shown.id, at, signal)),
  )
  if (from?.kind !== 'ok' || to?.kind !== 'ok' || to.value.row <= from.value.row) return null
  return { at: from.value.row, remove: to.value.row - from.value.row, line: line + 1, insert: 0 }
}
