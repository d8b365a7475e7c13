import type { LogId } from '../../shared/log-id.ts'
import type { ViewState } from '../../shared/views.ts'
import { isWhole } from './heads-wish.ts'
import type { Fold } from './page-state.ts'
import type { Splice } from './splices.ts'

/** What became of the last entry of a log since the last look. */
export type Growth =
  /** It has more lines: so it is unfolded now. */
  | { readonly kind: 'grew'; readonly splice: Splice }
  /** Another entry began, and the first line of that was taken for one more of this. */
  | { readonly kind: 'ended'; readonly splice: Splice }

/** The last entries of logs where they are unfolded: one goes on as its log grows, until another one begins. */
export class GrowingEntries {
  /** Logs and the first lines of splices that were their last ones: at most one of each unfolded end. */
  readonly #last = new Set<string>()

  /** Looks at a log that ends at line `end`; `heads` is the view of its fold. Null when nothing changes. */
  look(log: LogId, { splices }: Fold, heads: ViewState, end: number): Growth | null {
    const splice = splices.at(-1)
    if (splice === undefined || !isWhole(heads)) return null
    // Until every head is found nobody knows which entry is the last one.
    if (heads.phase.kind !== 'current') return null
    const key = `${log} ${splice.line}`
    if (splice.at < heads.end) return this.#last.delete(key) ? { kind: 'ended', splice } : null
    this.#last.add(key)
    const insert = Math.max(0, end - splice.line)
    return insert === splice.insert ? null : { kind: 'grew', splice: { ...splice, insert } }
  }
}
