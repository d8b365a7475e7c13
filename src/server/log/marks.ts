import { lineNumber } from '../../shared/line-number.ts'
import { MAX_MARKS, type Mark } from '../../shared/protocol.ts'
import type { Timeline, TimelineEvent } from './timeline.ts'

/** The dividers of a log: what happened, at the number of the line that came after it. */
export interface Marks {
  readonly placed: readonly Mark[]
  /** Notes what gets the timeline's entry `sequence`. */
  add(sequence: number, event: TimelineEvent): void
  /** Gives numbers to those that have none yet; `end` is the log's, all of whose lines are counted. */
  place(timeline: Timeline, end: number): void
}

export function createMarks(): Marks {
  let placed: readonly Mark[] = []
  let waiting: { readonly sequence: number; readonly event: TimelineEvent }[] = []

  return {
    get placed() {
      return placed
    },
    add(sequence, event) {
      waiting.push({ sequence, event })
    },
    place(timeline, end) {
      if (waiting.length === 0) return
      const fresh = waiting.map(({ sequence, event }): Mark => {
        const after = timeline.entries.find(
          (entry) => entry.kind === 'extent' && entry.sequence > sequence,
        )
        const line = after?.kind === 'extent' ? after.firstLine : null
        const { kind, at, bytes, lines } = event
        return { kind, line: lineNumber(line ?? end), at, bytes, lines }
      })
      placed = [...placed, ...fresh].slice(-MAX_MARKS)
      waiting = []
    },
  }
}
