import { builtinModules } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleThread } from '../../scripts/bundle-thread.ts'
import { DEADLINES } from '../../src/server/engine/threads/deadlines.ts'
import { workerStarter } from '../../src/server/engine/threads/start-worker.ts'
import { ThreadedEngine } from '../../src/server/engine/threads/threaded-engine.ts'
import { engineFile } from '../support/engine-file.ts'

let text = ''

beforeAll(async () => {
  text = await bundleThread()
})

describe("the bundled code of the engine's threads", () => {
  it('needs nothing but Node itself, and not to know where it lies', () => {
    const required = [...text.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)
    expect(required).toContain('node:worker_threads')
    const builtin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]))
    expect(required.filter((name) => !builtin.has(name ?? ''))).toEqual([])
    expect(text).not.toMatch(/import\.meta|__dirname|__filename/)
  })

  it('runs as a thread, from the text alone', async () => {
    const engine = new ThreadedEngine({
      ownLog: {
        info: () => undefined,
        warn: (message) => expect.fail(message),
        error: (message) => expect.fail(message),
      },
      start: workerStarter({ kind: 'text', text }),
      fallback: () => expect.fail('The thread did not start.'),
      scanners: 1,
      deadlines: DEADLINES,
    })
    const { file } = await engineFile('one\ntwo\nthree')
    const newlines: number[] = []
    const { to } = await engine.run(
      'count',
      { file, from: 0, to: 99 },
      { onPiece: (piece) => newlines.push(...piece.newlines) },
    )
    expect({ to, newlines }).toEqual({ to: 13, newlines: [2] })
    await engine.close()
  })
})
