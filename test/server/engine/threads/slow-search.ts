import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { SearchTask } from '../../../../src/server/engine/engine-task.ts'
import { checkHead, readBytes } from '../../../../src/server/engine/read/read-at.ts'
import type { TaskRun } from '../../../../src/server/engine/task-run.ts'

/**
 * A search as the contract has it and nothing else: the first term's pattern as a RegExp, UTF-8, one
 * line after the other, one piece per block, a yield after each 20 lines. For tests of what runs searches.
 */
export function* slowSearch(task: SearchTask): TaskRun<'search'> {
  const { file, from, to, end, lineStart = false, query } = task
  const pattern = new RegExp(query.all[0]?.pattern ?? '')
  const before = from === 0 || lineStart ? from : from - 1
  const bytes = readBytes(file, before, end)
  let at = 0
  if (before < from) at = bytes.indexOf(0x0a) + 1 || bytes.length
  let block = Math.floor((before + at) / BLOCK_BYTES)
  let hits = 0
  let lines = 0
  const piece = (next: number) => {
    checkHead(file)
    const told = { to: next, block, hits: Uint32Array.of(hits), long: [], levels: null }
    hits = 0
    return told
  }
  while (before + at < to && at < bytes.length) {
    const start = before + at
    const startBlock = Math.floor(start / BLOCK_BYTES)
    if (startBlock !== block) {
      yield piece(start)
      block = startBlock
    }
    const lineEnd = bytes.indexOf(0x0a, at)
    const next = lineEnd === -1 ? bytes.length : lineEnd + 1
    if (pattern.test(bytes.toString('utf8', at, lineEnd === -1 ? next : lineEnd))) hits++
    at = next
    lines++
    if (lines % 20 === 0) yield null
  }
  const reached = before + at < Math.min(to, end) ? before + at : Math.max(to, before + at)
  yield piece(Math.min(reached, to))
  return { to: reached }
}
