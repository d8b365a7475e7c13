/** Counts the lines of the file that it is told, and leaves its engine as it is: for process-life.test.ts. */
import { openSync, statSync } from 'node:fs'
import process from 'node:process'
import { createEngine } from '../../../../src/server/engine/threads/create-engine.ts'
import { silentLog } from '../../../../src/server/own-log.ts'

const [path = ''] = process.argv.slice(2)
const file = { fd: openSync(path, 'r'), encoding: 'utf-8', head: new Uint8Array() } as const
let lines = 0
const engine = createEngine(silentLog)
await engine.run(
  'count',
  { file, from: 0, to: statSync(path).size },
  {
    onPiece: ({ newlines }) => {
      for (const count of newlines) lines += count
    },
  },
)
process.stdout.write(`${lines} lines\n`)
