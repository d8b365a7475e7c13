/*
 * Which entries are folded. Longer than others: what is wished, what is asked for and what came of it
 * change together.
 */
import type { LogId } from '../../shared/log-id.ts'
import type { ViewId, ViewState } from '../../shared/views.ts'
import { boundedSplices } from './bounded-splices.ts'
import { coversLine } from './covers-line.ts'
import { type EntryPlace, findEntry } from './find-entry.ts'
import { GrowingEntries } from './growing-entries.ts'
import { hasFolds } from './has-folds.ts'
import { wishKey, wishOf } from './heads-wish.ts'
import { type Fold, shownView } from './page-state.ts'
import type { Session } from './session.ts'
import { spliceOfEntry } from './splice-of-entry.ts'
import { type Splice, sortSplices } from './splices.ts'

/** A view of heads that could not be opened, or is gone, is asked for again after this long, in ms. */
const RETRY_MS = 1000

/** What became of a wish to fold or unfold. */
export type FoldAnswer =
  | 'done'
  /** The entry has no other lines, or none of all entries has. */
  | 'single'
  /** The lines of entries could not be told, or the line belongs to none. */
  | 'failed'

/** What is needed of the session. */
export type FoldingSession = Pick<
  Session,
  'getState' | 'subscribe' | 'openView' | 'closeView' | 'fold' | 'viewRows' | 'viewPlace'
>

interface Asked {
  readonly key: string
  readonly at: number
}

/** Folds the entries of logs into their first lines, all of them or one by one. */
export class Folding {
  readonly #session: FoldingSession
  readonly #stop: () => void
  readonly #closed = new AbortController()
  /** Logs whose entries are all to be folded. */
  readonly #wanted = new Set<LogId>()
  /**
   * The first lines of the entries that were folded or unfolded one by one: where another filter shows
   * them, they still are.
   */
  readonly #byHand = new Map<LogId, Set<number>>()
  readonly #asked = new Map<LogId, Asked>()
  /** What the numbers of each log mean: of one server, and in one encoding. */
  readonly #meanings = new Map<LogId, string>()
  readonly #growing = new GrowingEntries()

  constructor(session: FoldingSession) {
    this.#session = session
    this.#stop = session.subscribe(() => this.#update())
  }

  close(): void {
    this.#stop()
    this.#closed.abort()
  }

  /** Folds all entries of the log, or unfolds them. `single` is told when that is known: nothing is folded then. */
  async toggleAll(log: LogId): Promise<FoldAnswer> {
    if (this.#wanted.has(log)) {
      this.#unfold(log)
      return 'done'
    }
    this.#byHand.delete(log)
    this.#wanted.add(log)
    await this.#follow(log)
    const heads = this.#foldOf(log)?.heads
    if (heads === undefined) {
      if (!this.#wanted.has(log)) return 'done'
      this.#unfold(log)
      return 'failed'
    }
    const hasSome = await hasFolds(this.#session, { log, heads }, this.#closed.signal)
    if (hasSome !== false || this.#foldOf(log)?.heads !== heads) return 'done'
    this.#unfold(log)
    return 'single'
  }

  /** Folds the entry of a line, or unfolds it. */
  async toggleAt(log: LogId, line: number): Promise<FoldAnswer> {
    const fold = this.#foldOf(log)
    const known = fold?.splices.find((splice) => coversLine(splice, line, fold.kind))
    if (fold !== null && known !== undefined) {
      this.#byHand.get(log)?.delete(known.line - 1)
      this.#set(log, fold, without(fold.splices, known))
      return 'done'
    }
    const heads = fold?.heads ?? (await this.#openHeads(log))
    if (heads === null) return 'failed'
    const entry = await this.#find(log, heads, line)
    if (entry !== null && (await this.#differ(log, heads, entry))) {
      this.#byHand.set(log, (this.#byHand.get(log) ?? new Set()).add(entry.line))
      return 'done'
    }
    if (fold === null) this.#session.closeView(log, heads)
    return entry !== null && entry.lines < 2 ? 'single' : 'failed'
  }

  /** Folds an entry among unfolded ones, or the other way round; whether that was possible. */
  async #differ(log: LogId, heads: ViewId, entry: EntryPlace): Promise<boolean> {
    const now = () => this.#foldOf(log) ?? { kind: 'lines', heads, splices: [] }
    const fold = now()
    if (fold.heads !== heads) return false
    const { kind } = fold
    const splice = await spliceOfEntry(this.#session, { log, kind, entry }, this.#closed.signal)
    if (splice === null || now().heads !== heads) return false
    this.#set(log, now(), [...without(now().splices, splice), splice])
    return true
  }

  #foldOf(log: LogId): Fold | null {
    return this.#session.getState().folds.get(log) ?? null
  }

  #unfold(log: LogId): void {
    this.#wanted.delete(log)
    this.#byHand.delete(log)
    this.#asked.delete(log)
    const fold = this.#foldOf(log)
    if (fold === null) return
    this.#session.fold(log, null)
    this.#session.closeView(log, fold.heads)
  }

  /** What differs from `fold` now; without anything that differs, every line is shown again. */
  #set(log: LogId, fold: Fold, splices: readonly Splice[]): void {
    const isHidden = (this.#byHand.get(log)?.size ?? 0) > 0
    if (fold.kind === 'lines' && splices.length === 0 && !isHidden) this.#unfold(log)
    else this.#session.fold(log, { ...fold, splices: sortSplices(boundedSplices(splices)) })
  }

  #update(): void {
    const { server } = this.#session.getState()
    for (const log of server?.logs ?? []) {
      const meaning = `${server?.instance} ${log.encoding}`
      const before = this.#meanings.get(log.id)
      this.#meanings.set(log.id, meaning)
      if (before !== undefined && before !== meaning) this.#forgetNumbers(log.id)
      void this.#follow(log.id)
      this.#grow(log.id, log.end)
    }
    for (const log of this.#meanings.keys()) {
      if (server?.logs.some(({ id }) => id === log) !== false) continue
      this.#meanings.delete(log)
      this.#wanted.delete(log)
      this.#byHand.delete(log)
    }
  }

  /** Other lines stand at the same numbers. */
  #forgetNumbers(log: LogId): void {
    const fold = this.#foldOf(log)
    this.#byHand.delete(log)
    if (fold !== null) this.#set(log, fold, [])
  }

  /** Keeps the heads those of what is shown: another filter has others. */
  async #follow(log: LogId): Promise<void> {
    const fold = this.#foldOf(log)
    const kind = this.#wanted.has(log) ? 'heads' : 'lines'
    if (fold === null && !this.#isWished(log)) return
    const key = wishKey(this.#shownOf(log))
    const heads = fold === null ? null : this.#viewOf(fold.heads)
    if (fold !== null && heads !== null && wishKey(heads) === key) {
      if (fold.kind !== kind) this.#session.fold(log, { kind, heads: fold.heads, splices: [] })
      return
    }
    const asked = this.#asked.get(log)
    if (asked?.key === key && Date.now() - asked.at < RETRY_MS) return
    this.#asked.set(log, { key, at: Date.now() })
    // What is folded in all lines stands at other rows of what is shown now.
    if (fold?.kind === 'lines') this.#session.fold(log, { ...fold, splices: [] })
    const opened = await this.#openHeads(log)
    if (opened === null) return
    if (!this.#isWished(log) || this.#asked.get(log)?.key !== key) {
      this.#session.closeView(log, opened)
      return
    }
    const before = this.#foldOf(log)
    this.#session.fold(log, { kind, heads: opened, splices: [] })
    if (before !== null) this.#session.closeView(log, before.heads)
    void this.#restore(log, opened)
  }

  #isWished(log: LogId): boolean {
    return this.#wanted.has(log) || (this.#byHand.get(log)?.size ?? 0) > 0
  }

  /** Folds and unfolds again by themselves the entries that were so before and are shown now. */
  async #restore(log: LogId, heads: ViewId): Promise<void> {
    for (const line of this.#byHand.get(log) ?? []) {
      const entry = await this.#find(log, heads, line)
      if (this.#foldOf(log)?.heads !== heads) return
      const isWished = this.#byHand.get(log)?.has(line) === true
      if (isWished && entry?.line === line) await this.#differ(log, heads, entry)
    }
  }

  #grow(log: LogId, end: number): void {
    const fold = this.#foldOf(log)
    const heads = fold?.kind === 'heads' ? this.#viewOf(fold.heads) : null
    if (fold === null || heads === null) return
    const growth = this.#growing.look(log, fold, heads, end)
    if (growth === null) return
    const { kind, splice } = growth
    if (kind === 'ended') void this.#endGrowing(log, fold.heads, splice.line)
    else this.#set(log, fold, [...fold.splices.slice(0, -1), splice])
  }

  /** Another entry began: the heads tell how many lines this one came to have. */
  async #endGrowing(log: LogId, heads: ViewId, line: number): Promise<void> {
    const entry = await this.#find(log, heads, line - 1)
    const fold = this.#foldOf(log)
    const splice = fold?.splices.find((one) => one.line === line)
    if (entry === null || fold?.heads !== heads || splice === undefined) return
    const insert = entry.lines - 1
    this.#set(log, fold, [...without(fold.splices, splice), { ...splice, insert }])
  }

  #viewOf(id: ViewId): ViewState | null {
    return this.#session.getState().views.get(id) ?? null
  }

  /** The view whose entries are to be folded; null where all lines are shown. */
  #shownOf(log: LogId): ViewState | null {
    return shownView(this.#session.getState(), log)
  }

  async #openHeads(log: LogId): Promise<ViewId | null> {
    const answer = await this.#session.openView(log, wishOf(this.#shownOf(log)))
    return answer.kind === 'opened' ? answer.view.id : null
  }

  #find(log: LogId, heads: ViewId, line: number): Promise<EntryPlace | null> {
    return findEntry(this.#session, { log, heads, line }, this.#closed.signal)
  }
}

function without(splices: readonly Splice[], { line }: Splice): readonly Splice[] {
  return splices.filter((splice) => splice.line !== line)
}
