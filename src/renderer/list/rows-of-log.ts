import type { LogId } from '../../shared/log-id.ts'
import type { ViewId } from '../../shared/views.ts'
import { isWhole } from '../data/heads-wish.ts'
import type { Fold } from '../data/page-state.ts'
import type { ClosableRows, RowSource } from '../data/row-source.ts'
import type { Session } from '../data/session.ts'
import { SplicedRows } from '../data/spliced-rows.ts'
import type { Splice } from '../data/splices.ts'
import type { ListModel } from './list-model.ts'

/** The rows that a list shows of a log, as one source. */
export class RowsOfLog {
  readonly source: RowSource
  readonly #view: ViewId | null
  readonly #kind: Fold['kind'] | null
  readonly #below: ClosableRows | null
  readonly #spliced: SplicedRows | null

  /** With `sharesLines` the log is the selected one, whose lines need not be opened once more. */
  constructor(session: Session, { log, view, fold }: ListModel, sharesLines: boolean) {
    this.#view = view
    this.#kind = fold?.kind ?? null
    const shared = log === null || (view === null && sharesLines)
    this.#below = shared ? null : openBelow(session, log, view)
    const below = this.#below ?? session.lines
    this.#spliced =
      fold === null || log === null
        ? null
        : new SplicedRows(
            {
              below,
              kind: fold.kind,
              whole: wholeIn(session, fold),
              openLines: () => session.logRows(log),
              ends: () => endsOf(session, log, fold.heads),
            },
            fold.splices,
          )
    this.source = this.#spliced ?? below
  }

  /** Whether another model of the same log has these rows, but for entries that are folded differently. */
  isOf({ view, fold }: ListModel): boolean {
    return this.#view === view && this.#kind === (fold?.kind ?? null)
  }

  get splices(): readonly Splice[] {
    return this.#spliced?.splices ?? []
  }

  setSplices(splices: readonly Splice[]): void {
    this.#spliced?.setSplices(splices)
  }

  close(): void {
    this.#spliced?.close()
    this.#below?.close()
  }
}

function openBelow(session: Session, log: LogId, view: ViewId | null): ClosableRows {
  return view === null ? session.logRows(log) : session.viewRows(log, view)
}

function wholeIn(session: Session, { heads }: Fold): boolean {
  const view = session.getState().views.get(heads)
  return view !== undefined && isWhole(view)
}

function endsOf(session: Session, id: LogId, heads: ViewId) {
  const state = session.getState()
  const view = state.views.get(heads)
  const log = state.server?.logs.find((one) => one.id === id)
  return { lines: log?.end ?? 0, rows: view?.end ?? 0 }
}
