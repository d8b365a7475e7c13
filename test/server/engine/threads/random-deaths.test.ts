import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { EngineLost } from '../../../../src/server/engine/engine.ts'
import type { CountPiece, SearchPiece } from '../../../../src/server/engine/engine-task.ts'
import type { StartThread } from '../../../../src/server/engine/threads/start-thread.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { countsOf, hitsPerBlock, searchTask } from './tasks-on.ts'
import { trapEngine, trapThread } from './trap-engine.ts'

const LINES = 40_000

/** Starts threads that are killed from outside after so many messages each, until the list is empty. */
function mortal(lives: number[]): StartThread {
  return (name, listeners) => {
    let left = lives.shift() ?? Number.POSITIVE_INFINITY
    const thread = trapThread(name, {
      onEnd: listeners.onEnd,
      onMessage(message) {
        listeners.onMessage(message)
        left--
        if (left === 0) void thread.end()
      },
    })
    return thread
  }
}

describe('an engine whose threads are killed at random', () => {
  it('tells everything once and in order, or says that it cannot', async () => {
    const text = Array.from({ length: LINES }, (_, line) => `line number ${line} of many\n`)
    const bytes = Buffer.from(text.join(''))
    const all = { from: 0, to: bytes.length }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 6 }),
        async (lives) => {
          const { engine, said } = trapEngine({ start: mortal([...lives]) })
          const { file } = await engineFile(bytes)
          const counted: CountPiece[] = []
          const found: SearchPiece[] = []
          const entries: SearchPiece[] = []
          const search = searchTask(file, '7 of', bytes.length)
          const ofEntries = { ...search, query: { ...search.query, entries: true } }
          const done = await Promise.allSettled([
            engine.run('count', { ...all, file }, { onPiece: (piece) => counted.push(piece) }),
            engine.run('search', search, { onPiece: (piece) => found.push(piece) }),
            engine.run('search', ofEntries, { onPiece: (piece) => entries.push(piece) }),
          ])
          const newlines = countsOf(counted).reduce((sum, each) => sum + each, 0)
          for (const outcome of done) {
            if (outcome.status === 'fulfilled') expect(outcome.value.to).toBe(bytes.length)
            else {
              // Only a task that was killed twice is given up.
              expect(outcome.reason).toBeInstanceOf(EngineLost)
              expect(said.length).toBeGreaterThan(1)
            }
          }
          const [count, ...searches] = done.map(({ status }) => status === 'fulfilled')
          if (count) expect(newlines).toBe(LINES)
          for (const [at, pieces] of [found, entries].entries()) {
            if (searches[at] !== true) continue
            const hits = hitsPerBlock(pieces)
            expect(hits.reduce((sum, each) => sum + each)).toBe(LINES / 10)
            expect(hits).toHaveLength(Math.ceil(bytes.length / BLOCK_BYTES))
          }
          if (lives.length < 2) expect(count && searches.every(Boolean)).toBe(true)
          await engine.release(file.fd)
          await engine.close()
        },
      ),
      { numRuns: 12 },
    )
  }, 180_000)
})
