import { expect, onTestFinished, vi } from 'vitest'
import { Folding } from '../../src/renderer/data/folding.ts'
import type { Fold } from '../../src/renderer/data/page-state.ts'
import type { Session } from '../../src/renderer/data/session.ts'
import { EMPTY_LIST } from '../../src/renderer/list/list-model.ts'
import { modelOf } from '../../src/renderer/list/model-of.ts'
import { RowsOfLog } from '../../src/renderer/list/rows-of-log.ts'
import { type LiveSession, liveSession } from './live-session.ts'

/** Entries of one, three, one and four lines: lines 0, 1 to 3, 4, 5 to 8. */
const CONTENT = `2026-01-01T00:00:01Z INFO started
2026-01-01T00:00:02Z ERROR failed
java.lang.IllegalStateException: no
    at a.b.C.d(C.java:1)
2026-01-01T00:00:03Z INFO went on
2026-01-01T00:00:04Z WARN slow
    because of the disk
    and of something
    and more
`

/** A live session whose entries can be folded. */
export interface FoldedSession extends LiveSession {
  readonly folding: Folding
  readonly fold: () => Fold | undefined
  /** Resolves when the list shows these rows: line numbers, with the lines that are folded away behind. */
  readonly shows: (rows: readonly string[]) => Promise<void>
}

/** The log has entries of one, three, one and four lines when nothing else is said. */
export async function foldedSession(content = CONTENT): Promise<FoldedSession> {
  const live = await liveSession(content)
  const { session, log } = live
  const folding = new Folding(session)
  onTestFinished(() => folding.close())
  return {
    ...live,
    folding,
    fold: () => session.getState().folds.get(log),
    // Each look reads rows from a server that may have just been started.
    shows: (rows) =>
      vi.waitFor(async () => expect(await shown(session)).toEqual(rows), { timeout: 60_000 }),
  }
}

async function shown(session: Session): Promise<string[]> {
  const model = modelOf(session.getState(), EMPTY_LIST)
  const rows = new RowsOfLog(session, model, true)
  try {
    rows.source.want(model.first, model.end)
    await vi.waitFor(() => {
      for (let row = model.first; row < model.end; row += 1) {
        expect(rows.source.peek(row)).toBeDefined()
      }
      // Not for long: these rows may be on their way out, and whoever waits asks again.
    }, 1000)
    return Array.from({ length: model.end - model.first }, (_, at) => {
      const row = rows.source.peek(model.first + at)
      const entry = row?.entry
      return `${row?.line}${entry === undefined ? '' : ` ${entry.open ? '-' : '+'}${entry.more}`}`
    })
  } finally {
    rows.close()
  }
}
