/**
 * Indexes one file with the engine's own code and prints how many lines it has: what `wc -l` is
 * compared with. One process, one thread, no server: a second thread starts too late to be of help
 * (0.28 s for 1 GiB with and without). With --expose-gc it prints after that what the arrays of the
 * process hold, in bytes.
 *
 * Usage: index-file.mjs FILE
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import process from 'node:process'
import { BlockIndex } from '../../src/server/engine/block-index.ts'
import { countTask } from '../../src/server/engine/read/count-task.ts'
import { createTaskTools } from '../../src/server/engine/threads/task-tools.ts'

/** What a follower remembers of a file's beginning, in bytes. */
const HEAD_BYTES = 1024

const fd = openSync(process.argv[2] ?? '', 'r')
const head = Buffer.alloc(HEAD_BYTES)
const headBytes = readSync(fd, head, 0, HEAD_BYTES, 0)
const file = { fd, encoding: 'utf-8', head: head.subarray(0, headBytes) } as const
const index = new BlockIndex('utf-8')
const run = countTask({ file, from: 0, to: fstatSync(fd).size }, createTaskTools())
for (let step = run.next(); step.done !== true; step = run.next()) {
  if (step.value !== null) index.appendCounts(step.value.from, step.value.newlines, step.value.to)
}
closeSync(fd)
process.stdout.write(`${index.newlines}\n`)
if (globalThis.gc !== undefined) {
  globalThis.gc()
  process.stdout.write(`${process.memoryUsage().arrayBuffers}\n`)
}
