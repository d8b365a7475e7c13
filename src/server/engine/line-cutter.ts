import type { Encoding } from '../../shared/encoding.ts'
import { bomLength, cutBytes, decodeText, holeLength } from './decode.ts'
import { isCarriageReturnBefore, newlineUnit, nextNewlineEnd } from './line-ending.ts'

/** One line out of a run of chunks; offsets count from the generation's start. */
export interface CutLine {
  /** Decoded text without the ending, the BOM and a hole at the line's start; maybe only its beginning. */
  readonly text: string
  /** Bytes of the whole line as it is in the file, without its ending. */
  readonly bytes: number
  /** True when `text` is only the beginning. */
  readonly cut: boolean
  /** Offset right after the line and its ending. */
  readonly end: number
}

/** Beyond the bound, so that the cut sees whether a character (of at most 4 bytes) goes on there. */
const CUT_MARGIN_BYTES = 4

/**
 * Cuts chunks into lines, keeping at most `maxLineBytes` of a line whatever its length. Chunks come in
 * order and, in UTF-16, at even offsets; while `skipping`, bytes up to the line's end may be left out,
 * and within a hole NULs of it.
 * A chunk can be overwritten once it is fed: what is still needed of it was copied.
 */
export function createLineCutter(start: number, maxLineBytes: number, encoding: Encoding) {
  const unit = newlineUnit(encoding)
  const keepBytes = maxLineBytes + CUT_MARGIN_BYTES
  let lineStart = start
  /** Where the text of the present line starts: behind a BOM and a hole. Null while only NULs came. */
  let textStart: number | null = null
  let kept: Uint8Array[] = []
  let keptBytes = 0
  let next = start
  let endsWithCr = false

  function take(part: Uint8Array, offset: number, finished: boolean): void {
    let text = part
    if (textStart === null) {
      const bom = offset === 0 ? bomLength(part, encoding) : 0
      const skipped = bom + holeLength(part.subarray(bom), encoding)
      if (skipped === part.length) return
      textStart = offset + skipped
      text = part.subarray(skipped)
    }
    if (keptBytes === keepBytes) return
    const wanted = text.subarray(0, keepBytes - keptBytes)
    kept.push(finished ? wanted : new Uint8Array(wanted))
    keptBytes += wanted.length
  }

  function finish(end: number, ending: number): CutLine {
    const lineEnd = end - ending
    const textBytes = textStart === null ? 0 : Math.max(0, lineEnd - textStart)
    const all = kept.length === 1 ? kept[0] : Buffer.concat(kept)
    const beginning = (all ?? new Uint8Array()).subarray(0, textBytes)
    const cut = textBytes > maxLineBytes
    const line = {
      text: decodeText(cut ? cutBytes(beginning, maxLineBytes, encoding) : beginning, encoding),
      bytes: lineEnd - lineStart,
      cut,
      end,
    }
    lineStart = end
    textStart = null
    kept = []
    keptBytes = 0
    endsWithCr = false
    return line
  }

  return {
    /** Hands the lines that end in this chunk to `onLine`, which answers whether to go on. */
    feed(chunk: Uint8Array, offset: number, onLine: (line: CutLine) => boolean): void {
      next = offset + chunk.length
      let at = 0
      while (at < chunk.length) {
        const end = nextNewlineEnd(chunk, at, encoding, offset)
        const to = end === -1 ? chunk.length : end
        take(chunk.subarray(at, to), offset + at, end !== -1)
        if (end === -1) {
          endsWithCr = isCarriageReturnBefore(chunk.subarray(at), to - at, encoding)
          return
        }
        const before = end - unit
        const cr =
          before > at
            ? isCarriageReturnBefore(chunk.subarray(at), before - at, encoding)
            : endsWithCr
        if (!onLine(finish(offset + end, cr ? 2 * unit : unit))) return
        at = end
      }
    },

    /** The line that has begun but has no newline, as a line of its own; null when nothing has begun. */
    rest(): CutLine | null {
      return next > lineStart ? finish(next, endsWithCr ? unit : 0) : null
    },

    /** Bytes of the hole that the present line has consisted of so far; 0 when there is text in it. */
    get holeBytes(): number {
      return textStart === null ? next - lineStart : 0
    },

    /** Whether nothing more of the present line is kept: only its end still matters. */
    get skipping(): boolean {
      return keptBytes === keepBytes
    },
  }
}
