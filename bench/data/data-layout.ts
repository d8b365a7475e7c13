/*
 * A data set as arithmetic: a block repeated up to a size, each repetition with the stamps of its own
 * hour. What the file holds follows from this alone, so that any part of it can be told without
 * reading the file: the oracle of the suites.
 */
import type { Block } from './block.ts'
import { lowerBound } from './lower-bound.ts'
import { RARE_WORD, rarePlaces, USUAL_WORD } from './rare-word.ts'
import { STAMP_KINDS, stampText } from './stamp.ts'

/** What a data set holds. */
export interface DataLayout {
  readonly bytes: number
  readonly lines: number
  /** Lines of one repetition of the block. */
  readonly blockLines: number
  /** Bytes of each repetition of the block, in order; the last one may end after any of its lines. */
  readonly repetitions: readonly number[]
  /** Makes `target`, a copy of the block or of another repetition, into repetition `repetition`. */
  bringTo(target: Buffer, repetition: number): void
  /** The lines `[from, to)`, counted from 0, without their endings; fewer where the data set ends. */
  texts(from: number, to: number): string[]
}

/** Lays out as many whole lines as fit into `maxBytes`, which the block does, if it is more than one line. */
export function createDataLayout(block: Block, maxBytes: number): DataLayout {
  const blockBytes = block.bytes.length
  const blockLines = block.starts.length - 1
  const whole = Math.max(Math.floor(maxBytes / blockBytes), 1)
  const restLines = lowerBound(block.starts, Math.max(maxBytes - whole * blockBytes, 0) + 1) - 1
  const restBytes = startOf(restLines)
  const repetitions = Array.from({ length: whole }, () => blockBytes)
  if (restBytes > 0) repetitions.push(restBytes)
  const rarePerBlock = block.rarePlaces.length
  const rare = rarePlaces(whole * rarePerBlock + lowerBound(block.rarePlaces, restBytes))
  const lines = whole * blockLines + restLines

  function startOf(line: number): number {
    return block.starts[line] ?? blockBytes
  }

  /** `target` holds the bytes from `base` on of any repetition: whole lines. */
  function dress(target: Buffer, base: number, repetition: number): void {
    const { at, kinds } = block.stamps
    const texts = STAMP_KINDS.map((kind) => Buffer.from(stampText(kind, repetition)))
    const end = lowerBound(at, base + target.length)
    for (let stamp = lowerBound(at, base); stamp < end; stamp++) {
      const text = texts[kinds[stamp] ?? 0] ?? Buffer.alloc(0)
      const place = (at[stamp] ?? 0) - base
      // Byte by byte: a call costs more than so few bytes, and there are nine million of them in 1 GiB.
      for (let byte = 0; byte < text.length; byte++) target[place + byte] = text[byte] ?? 0
    }
    for (const [index, place] of block.rarePlaces.entries()) {
      if (place < base || place >= base + target.length) continue
      const word = rare.has(repetition * rarePerBlock + index) ? RARE_WORD : USUAL_WORD
      target.write(word, place - base, 'latin1')
    }
  }

  return {
    bytes: whole * blockBytes + restBytes,
    lines,
    blockLines,
    repetitions,
    bringTo: (target, repetition) => dress(target, 0, repetition),
    texts(from, to) {
      const texts: string[] = []
      const end = Math.min(to, lines)
      for (let line = from; line < end; ) {
        const repetition = Math.floor(line / blockLines)
        const first = line - repetition * blockLines
        const count = Math.min(end - line, blockLines - first)
        const base = startOf(first)
        const bytes = Buffer.from(block.bytes.subarray(base, startOf(first + count)))
        dress(bytes, base, repetition)
        // Not spread into one call: that takes some 100 000 arguments at most.
        for (const text of bytes.toString().slice(0, -1).split('\n')) texts.push(text)
        line += count
      }
      return texts
    },
  }
}
