import type { StampKind } from './stamp.ts'

/** One line as a maker of data gives it. */
export interface DataLine {
  /** How the line begins: with a time down to its hour, written in this way; null for a line without one. */
  readonly stamp: StampKind | null
  /** What follows, without the line's ending. */
  readonly text: string
}

/** A place within the hour of a block, as digits. */
export interface TimeInHour {
  readonly minute: string
  readonly second: string
  /** Three digits. */
  readonly milli: string
}

/** Makes the lines of one block, each call the next one. The same seed gives the same lines. */
export type LineMaker = (time: TimeInHour) => DataLine
