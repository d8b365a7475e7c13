import { BytesGone } from '../engine/byte-source.ts'
import type { Position } from './position.ts'
import type { Extent, Timeline, TimelineEvent } from './timeline.ts'

/** A piece of a run, made ready by the caller of the reader. */
export interface Piece<T> {
  readonly payload: T
  /** Lines of the run in it, also those that a filter left out. */
  readonly lines: number
  /** Where the next line starts; the offset asked for when there was no line to read. */
  readonly nextOffset: number
}

/** Reads a piece of a run from a line start. Rejects with BytesGone when the bytes are gone. */
export type ReadPiece<T> = (extent: Extent, offset: number) => Promise<Piece<T>>

export type ReadItem<T> =
  | { readonly kind: 'piece'; readonly payload: T }
  | { readonly kind: 'event'; readonly event: TimelineEvent }

/**
 * Walks a timeline in order, from a position to the present end and on as it grows. It holds no
 * lines and no place in any queue: a reader that rests for an hour goes on out of the files.
 */
export interface LineReader<T> {
  /** The next piece or event; null when everything that there is was read. */
  next(): Promise<ReadItem<T> | null>
}

/** `look` is called when bytes are gone that the follower does not know to be gone yet. */
export function createLineReader<T>(
  timeline: Timeline,
  start: Position,
  read: ReadPiece<T>,
  look: () => void,
): LineReader<T> {
  let position = start
  /** Lines of the present run that were read; null when the start was not at its begin. */
  let linesRead: number | null = start.offset === null ? 0 : null

  function moveTo(sequence: number): void {
    position = { sequence, offset: null }
    linesRead = 0
  }

  function gap(reason: string, bytes: number | null, lines: number | null): ReadItem<T> {
    return { kind: 'event', event: { kind: 'gap', at: Date.now(), reason, bytes, lines } }
  }

  async function readExtent(extent: Extent): Promise<ReadItem<T> | 'end' | 'wait'> {
    const offset = position.offset ?? extent.from
    if (offset >= extent.to) return 'end'
    try {
      const piece = await read(extent, offset)
      position = { sequence: extent.sequence, offset: piece.nextOffset }
      if (linesRead !== null) linesRead += piece.lines
      return piece.nextOffset > offset ? { kind: 'piece', payload: piece.payload } : 'wait'
    } catch (error) {
      if (!(error instanceof BytesGone)) throw error
      if (extent.sequence === timeline.next - 1) {
        look()
        return 'wait'
      }
      const known = linesRead !== null && extent.generation.index.bytes >= extent.to
      const lines = known ? extent.lines - (linesRead ?? 0) : null
      moveTo(extent.sequence + 1)
      return gap('truncated', extent.to - offset, lines)
    }
  }

  return {
    async next() {
      for (;;) {
        const entry = timeline.at(position.sequence)
        if (position.sequence <= (entry?.droppedBefore ?? timeline.droppedAfter)) {
          moveTo(timeline.pastDropped(position.sequence))
          return gap('dropped', null, null)
        }
        if (entry === undefined) return null
        if (entry.sequence !== position.sequence) moveTo(entry.sequence)
        if (entry.kind === 'event') {
          moveTo(entry.sequence + 1)
          return { kind: 'event', event: entry.event }
        }
        const item = await readExtent(entry)
        if (item === 'wait') return null
        if (item !== 'end') return item
        if (entry.sequence === timeline.next - 1) return null
        moveTo(entry.sequence + 1)
      }
    },
  }
}
