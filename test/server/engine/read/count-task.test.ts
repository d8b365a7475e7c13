import { truncateSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { BytesGone } from '../../../../src/server/engine/byte-source.ts'
import type { CountPiece } from '../../../../src/server/engine/engine-task.ts'
import { countTask } from '../../../../src/server/engine/read/count-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { encoding as anyEncoding, logBytes } from '../arbitrary-log.ts'
import { naiveLines } from '../naive-lines.ts'
import { runTask } from './run-task.ts'

const tools = createTaskTools()

/** The counts of all pieces in one run; throws unless they touch. */
function joined(pieces: readonly CountPiece[], from: number): number[] {
  let at = from
  const counts: number[] = []
  for (const piece of pieces) {
    expect(piece.from).toBe(at)
    expect(piece.newlines).toHaveLength(Math.ceil((piece.to - piece.from) / BLOCK_BYTES))
    counts.push(...piece.newlines)
    at = piece.to
  }
  return counts
}

describe('countTask', () => {
  it('counts what the oracle counts, block by block, from any block', async () => {
    await fc.assert(
      fc.asyncProperty(
        logBytes,
        fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 4 }),
        anyEncoding,
        fc.nat(2),
        async (piece, leads, encoding, firstBlock) => {
          const fillers = leads.map((lead) => Buffer.alloc(BLOCK_BYTES + lead, 'y'))
          const bytes = Buffer.concat([piece, ...fillers.flatMap((filler) => [filler, piece])])
          const { file, close } = await engineFile(bytes, encoding)
          const from = Math.min(firstBlock, Math.floor(bytes.length / BLOCK_BYTES)) * BLOCK_BYTES
          const unit = encoding.startsWith('utf-16') ? 2 : 1
          const end = bytes.length - (bytes.length % unit)
          const { pieces, result } = runTask(countTask({ file, from, to: bytes.length }, tools))
          const expected = new Array<number>(Math.ceil((end - from) / BLOCK_BYTES)).fill(0)
          for (const line of naiveLines(bytes, encoding)) {
            const block = Math.floor((line.end - from) / BLOCK_BYTES)
            const at = line.end - unit >= from + block * BLOCK_BYTES ? block : block - 1
            if (line.finished && line.end > from) expected[at] = (expected[at] ?? 0) + 1
          }
          expect(joined(pieces, from)).toEqual(expected)
          expect(result).toEqual({ to: end })
          await close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('tells the first MiB at once and the rest in large pieces', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 7, 'line\n')
    const { file } = await engineFile(bytes)
    const { pieces } = runTask(countTask({ file, from: 0, to: bytes.length }, tools))
    expect(pieces[0]?.to).toBe(1024 * 1024)
    expect(joined(pieces, 0).reduce((sum, count) => sum + count)).toBe(Math.floor(bytes.length / 5))
  })

  it('ends where the file does', async () => {
    const { file, path } = await engineFile('a\nb\nc\n')
    expect(runTask(countTask({ file, from: 0, to: 1e9 }, tools)).result).toEqual({ to: 6 })
    truncateSync(path, 6)
    expect(runTask(countTask({ file, from: BLOCK_BYTES, to: 1e9 }, tools))).toEqual({
      pieces: [],
      result: { to: BLOCK_BYTES },
    })
    expect(runTask(countTask({ file, from: 0, to: 0 }, tools)).result).toEqual({ to: 0 })
  })

  it('tells nothing of a file that was rewritten while it counted', async () => {
    const bytes = Buffer.alloc(4 * 1024 * 1024, 'line\n')
    const { file, path } = await engineFile(bytes)
    const run = countTask({ file, from: 0, to: bytes.length }, tools)
    expect(run.next().value).toMatchObject({ from: 0 })
    writeFileSync(path, Buffer.alloc(4 * 1024 * 1024, 'other\n'))
    expect(() => {
      for (let step = run.next(); step.done !== true; step = run.next()) {
        expect(step.value).toBeNull()
      }
    }).toThrow(BytesGone)
  })

  it('shares the scanner: what another task reads between two slices does not count', async () => {
    const bytes = Buffer.alloc(4 * 1024 * 1024, 'line\n')
    const { file } = await engineFile(bytes)
    const run = countTask({ file, from: 0, to: bytes.length }, tools)
    let newlines = 0
    for (let step = run.next(); step.done !== true; step = run.next()) {
      tools.scanner.buffer.fill(0x0a)
      for (const count of step.value?.newlines ?? []) newlines += count
    }
    expect(newlines).toBe(Math.floor(bytes.length / 5))
  })
})
