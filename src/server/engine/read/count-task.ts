import { BLOCK_BYTES } from '../block-index.ts'
import type { CountPiece, CountTask } from '../engine-task.ts'
import { countNewlines, newlineUnit } from '../line-ending.ts'
import type { TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { checkHead, readAt } from './read-at.ts'

/** Bytes per read: the fastest here (256 KiB: 8.2 GB/s, 1 MiB: 10.5, 4 MiB: 7.5). Whole blocks. */
const READ_BYTES = 1024 * 1024

/**
 * How long it counts between two yields, in ms. Less than a slice, as a window of lines waits that
 * long while a log is indexed, and a yield costs 0.01 ms.
 */
const YIELD_MS = 1

/** For how long, in ms, and over how many bytes counts are gathered before they are told, as progress. */
const PIECE_MS = 100
const PIECE_BYTES = 64 * 1024 * 1024

/** The first counts are told at once: the index of a small log is whole with them. */
const FIRST_PIECE_BYTES = READ_BYTES

/**
 * Counts the newlines of each block, at the speed of the memory. Ends where the file does; in UTF-16
 * it counts whole units only, so that `to` stays even.
 */
export function* countTask(task: CountTask, { scanner }: TaskTools): TaskRun<'count'> {
  const { file, to } = task
  const unit = newlineUnit(file.encoding)
  const buffer = scanner.buffer.subarray(0, READ_BYTES)
  let counts = new Uint32Array(PIECE_BYTES / BLOCK_BYTES)
  let piece = task.from
  let at = task.from
  let pieceBytes = FIRST_PIECE_BYTES
  let toldAt = performance.now()
  let slice = toldAt

  function takePiece(): CountPiece {
    checkHead(file)
    const blocks = Math.ceil((at - piece) / BLOCK_BYTES)
    const told = { from: piece, to: at, newlines: counts.slice(0, blocks) }
    counts = counts.fill(0)
    piece = at
    pieceBytes = PIECE_BYTES
    toldAt = performance.now()
    return told
  }

  while (at < to) {
    const wanted = Math.min(READ_BYTES, to - at)
    const read = readAt(file, at, buffer.subarray(0, wanted))
    const whole = read - (read % unit)
    countBlocks(whole, counts, (at - piece) / BLOCK_BYTES)
    at += whole
    if (whole < wanted) break
    const now = performance.now()
    if (at < to && (at - piece >= pieceBytes || now - toldAt >= PIECE_MS)) yield takePiece()
    else if (now - slice >= YIELD_MS) yield null
    else continue
    slice = performance.now()
  }
  if (at > piece) yield takePiece()
  else checkHead(file)
  return { to: at }

  /** Counts the first `length` bytes of the buffer, which begin a block: the one at `block` of `into`. */
  function countBlocks(length: number, into: Uint32Array, block: number): void {
    if (length === 0) return
    if (unit === 1) {
      into.set(scanner.countNewlinesPerBlock(0, length, 0), block)
      return
    }
    // Blocks and reads begin at even offsets: no unit is cut.
    for (let start = 0; start < length; start += BLOCK_BYTES) {
      const bytes = buffer.subarray(start, Math.min(length, start + BLOCK_BYTES))
      into[block + start / BLOCK_BYTES] = countNewlines(bytes, file.encoding, 0)
    }
  }
}
