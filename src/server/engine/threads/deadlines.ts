/** How long the engine waits for its threads, in ms. */
export interface Deadlines {
  /**
   * A thread that begins no new slice for this long while it looks for a pattern is ended. A slice
   * takes 5 ms, and the slowest step within one, a RegExp over a line of 4 MiB, some 40 ms: what
   * takes 2 s backtracks for ever.
   */
  readonly patternMs: number
  /** The same without a pattern: it can only hang in a read, and a disk may have to spin up. */
  readonly readMs: number
  /** The same with a pattern that nobody waits for any more: others that share the thread do. */
  readonly cancelledMs: number
  /** A thread that was ended and still has not within this time hangs in a read. */
  readonly endMs: number
  /** A scanner that nobody needs for this long is ended: it holds some 10 MB. */
  readonly idleMs: number
  /**
   * The same for one that did nothing but count: logs are counted once, when they are opened. Long
   * enough for the next part of the same log.
   */
  readonly countedMs: number
}

export const DEADLINES: Deadlines = {
  patternMs: 2000,
  readMs: 10_000,
  cancelledMs: 250,
  endMs: 1000,
  idleMs: 30_000,
  countedMs: 100,
}
