import { LEVELS } from '../../../shared/level.ts'
import { BLOCK_BYTES, blockOf } from '../block-index.ts'
import type { SurveyPiece, SurveyTask } from '../engine-task.ts'
import { checkHead } from '../read/read-at.ts'
import { TASK_SLICE_MS, type TaskRun } from '../task-run.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import { createBlockTimes } from './block-times.ts'
import { createLevelCounter } from './count-levels.ts'
import { lineChunks } from './line-chunks.ts'

/** How long, in ms, and over how many blocks counts are gathered: they are told when half are full. */
const PIECE_MS = 100
const PIECE_BLOCKS = 2048

/** Counts levels and finds the first time of each block. */
export function* surveyTask(task: SurveyTask, { scanner }: TaskTools): TaskRun<'survey'> {
  const { file, format } = task
  const countLevels = createLevelCounter(scanner, file.encoding)
  const findTimes = format === null ? null : createBlockTimes(format, file.encoding, scanner)
  let first = blockOf(task.from)
  let blocks = 0
  let levels = new Uint32Array(PIECE_BLOCKS * LEVELS.length)
  let times = new Float64Array(PIECE_BLOCKS).fill(Number.NaN)
  let reached = task.from
  let toldAt = performance.now()
  let slice = toldAt

  function takePiece(): SurveyPiece {
    checkHead(file)
    const piece = {
      to: reached,
      block: first,
      levels: levels.slice(0, blocks * LEVELS.length),
      times: times.slice(0, blocks),
    }
    levels = levels.fill(0)
    times = times.fill(Number.NaN)
    blocks = 0
    toldAt = performance.now()
    return piece
  }

  const chunks = lineChunks(task, scanner)
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (step.done === true) {
      reached = step.value
      if (blocks > 0) yield takePiece()
      else checkHead(file)
      return { to: reached }
    }
    const chunk = step.value
    if (chunk === null) {
      yield null
      slice = performance.now()
      continue
    }
    const block = blockOf(chunk.offset)
    if (blocks === 0) first = block
    // A chunk begins less than a piece after its first block: after a long line a piece is taken.
    const row = block - first
    countLevels(chunk, levels.subarray(row * LEVELS.length))
    findTimes?.(chunk, times.subarray(row))
    const after = chunk.offset + (chunk.whole ? chunk.to - chunk.from : 1)
    blocks = Math.max(blocks, Math.ceil(after / BLOCK_BYTES) - first)
    reached = after
    const now = performance.now()
    if (!chunk.whole || blocks > PIECE_BLOCKS / 2 || now - toldAt >= PIECE_MS) {
      yield takePiece()
    } else if (now - slice >= TASK_SLICE_MS) yield null
    else continue
    slice = performance.now()
  }
}
