import { truncateSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { BytesGone } from '../../../../src/server/engine/byte-source.ts'
import type { LinesTask } from '../../../../src/server/engine/engine-task.ts'
import { linesTask } from '../../../../src/server/engine/read/lines-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { encoding as anyEncoding, logBytes, wholeUnits } from '../arbitrary-log.ts'
import { naiveLines, naiveText } from '../naive-lines.ts'
import { runTask } from './run-task.ts'

const tools = createTaskTools()
const ALL = { from: 0, skip: 0, maxLines: 1e9, maxLineBytes: 16 * 1024, maxBytes: 1e12 }

function read(task: LinesTask) {
  return runTask(linesTask(task, tools)).result
}

describe('linesTask', () => {
  it('reads the lines of the oracle from any line on, found by its place in a block', async () => {
    await fc.assert(
      fc.asyncProperty(
        logBytes,
        fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 4 }),
        fc.constantFrom('y', '\0'),
        anyEncoding,
        fc.constantFrom<'held' | 'line'>('held', 'line'),
        fc.nat(),
        async (piece, leads, filler, encoding, unfinished, pick) => {
          const fillers = leads.map((lead) => Buffer.alloc(BLOCK_BYTES + lead, filler))
          const pieces = [piece, ...fillers.flatMap((each) => [each, piece])]
          const bytes = wholeUnits(Buffer.concat(pieces), encoding)
          const { file, close } = await engineFile(bytes, encoding)
          const all = naiveLines(bytes, encoding)
          const lines = all.filter((line) => line.finished || unfinished === 'line')
          const first = lines.length === 0 ? 0 : pick % lines.length
          const start = lines[first]?.start ?? 0
          // The block in which the newline before the line begins, as the index finds it.
          const unit = encoding.startsWith('utf-16') ? 2 : 1
          const block = Math.max(0, Math.floor((start - unit) / BLOCK_BYTES)) * BLOCK_BYTES
          const skip = all.filter((line) => line.end - unit >= block && line.end <= start).length
          const common = { ...ALL, file, end: bytes.length, maxLineBytes: 1e6, unfinished }
          const expected = lines.slice(first)
          for (const place of [
            { from: start, skip: 0 },
            { from: block, skip: start === 0 ? 0 : skip },
          ]) {
            const result = read({ ...common, ...place })
            expect(result.lines).toEqual(
              expected.map((line) => ({ ...naiveText(bytes, line, encoding), cut: false })),
            )
            expect(result.ends).toEqual(expected.map((line) => line.end))
            if (expected.length > 0) expect(result.start).toBe(start)
          }
          await close()
        },
      ),
      { numRuns: 150 },
    )
  })

  it('stops at the number of lines, and at the bytes after one line at least', async () => {
    const { file } = await engineFile('aaaa\nbbbb\ncccc\ndddd\n')
    const all = { ...ALL, file, end: 20, unfinished: 'held' } as const
    const two = read({ ...all, from: 5, maxLines: 2 })
    expect(two.lines.map((line) => line.text)).toEqual(['bbbb', 'cccc'])
    expect(two).toMatchObject({ start: 5, ends: [10, 15] })
    expect(read({ ...all, maxBytes: 1 }).lines.map((line) => line.text)).toEqual(['aaaa'])
    expect(read({ ...all, skip: 2, maxLines: 0 })).toEqual({ lines: [], start: 10, ends: [] })
  })

  it('reads nothing that ends after its end', async () => {
    const { file } = await engineFile('one\ntwo\nthree\n')
    const all = { ...ALL, file, end: 10 } as const
    const held = read({ ...all, unfinished: 'held' })
    expect(held.lines.map((line) => line.text)).toEqual(['one', 'two'])
    const own = read({ ...all, unfinished: 'line' })
    expect(own.lines.map((line) => line.text)).toEqual(['one', 'two', 'th'])
    expect(own.ends).toEqual([4, 8, 10])
    expect(read({ ...all, from: 10, unfinished: 'line' })).toEqual({
      lines: [],
      start: 10,
      ends: [],
    })
  })

  it('passes over a line of 30 MB and a hole as long, and keeps no more than is shown', async () => {
    const size = 30_000_000
    for (const filler of ['x', '\0']) {
      const { file } = await engineFile(
        Buffer.concat([Buffer.alloc(size, filler), Buffer.from('end\r\nnext\n')]),
      )
      const run = linesTask({ ...ALL, file, end: size + 10, unfinished: 'held' }, tools)
      const { result } = runTask(run)
      expect(result.lines).toEqual([
        filler === 'x'
          ? { text: 'x'.repeat(16 * 1024), bytes: size + 3, cut: true }
          : { text: 'end', bytes: size + 3, cut: false },
        { text: 'next', bytes: 4, cut: false },
      ])
    }
  })

  it('keeps what it has of a line while other tasks use the scanner', async () => {
    const long = `${'0123456789'.repeat(400_000)}\r`
    const { file } = await engineFile(`${long}\nnext\n`)
    const task = { ...ALL, file, end: 5e6, maxLineBytes: 5e6, unfinished: 'held' } as const
    const run = linesTask(task, tools)
    let step = run.next()
    for (; step.done !== true; step = run.next()) tools.scanner.buffer.fill(0x2d)
    tools.scanner.buffer.fill(0x2d)
    expect(step.value.lines.map((line) => line.text)).toEqual([long.slice(0, -1), 'next'])
  })

  it('finds a line of a sparse file beyond 2^32', async () => {
    const { file, path } = await engineFile('head\n')
    const at = 5 * 1024 ** 3
    truncateSync(path, at)
    writeFileSync(path, '\nfar\nend\n', { flag: 'a' })
    const task = { ...ALL, file, from: at, skip: 1, end: at + 9, unfinished: 'held' } as const
    expect(read(task)).toMatchObject({ start: at + 1, ends: [at + 5, at + 9] })
  })

  it('gives fewer lines of a file that became shorter, and none of one that was rewritten', async () => {
    const { file, path } = await engineFile(`${'x'.repeat(2000)}\nb\nc\n`)
    const task = { ...ALL, file, end: 2005, unfinished: 'held' } as const
    truncateSync(path, 2003)
    expect(read(task).ends).toEqual([2001, 2003])
    expect(read({ ...task, from: 2003 })).toEqual({ lines: [], start: 2003, ends: [] })
    writeFileSync(path, `other\n${'y'.repeat(2000)}\n`)
    expect(() => read(task)).toThrow(BytesGone)
  })
})
