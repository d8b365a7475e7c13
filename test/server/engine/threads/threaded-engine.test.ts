import { open, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { BytesGone } from '../../../../src/server/engine/byte-source.ts'
import { type Engine, EngineLost } from '../../../../src/server/engine/engine.ts'
import type { CountPiece, SearchPiece } from '../../../../src/server/engine/engine-task.ts'
import { createEngine } from '../../../../src/server/engine/threads/create-engine.ts'
import { createInlineEngine } from '../../../../src/server/engine/threads/inline-engine.ts'
import { TASKS } from '../../../../src/server/engine/threads/task-registry.ts'
import { silentLog } from '../../../../src/server/own-log.ts'
import { engineFile } from '../../../support/engine-file.ts'
import { slowSearch } from './slow-search.ts'
import { countsOf, hitsPerBlock, linesTask, searchTask } from './tasks-on.ts'
import { trapEngine } from './trap-engine.ts'

/** `mb` MB of numbered lines. */
function numbered(mb: number, name = 'line'): Buffer {
  const bytes = Buffer.alloc(mb * 1_000_000)
  let at = 0
  for (let line = 0; at < bytes.length; line++) at += bytes.write(`${name} ${line}\n`, at)
  return bytes
}

function newlinesPerBlock(bytes: Buffer): number[] {
  const counts = new Array<number>(Math.ceil(bytes.length / BLOCK_BYTES)).fill(0)
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    const block = Math.floor(at / BLOCK_BYTES)
    counts[block] = (counts[block] ?? 0) + 1
  }
  return counts
}

const ENGINES: readonly [string, () => Engine][] = [
  ['threads', () => createEngine(silentLog)],
  ['the calling thread', () => createInlineEngine()],
]

describe.each(ENGINES)('the engine in %s', (_where, create) => {
  function engine(): Engine {
    const created = create()
    onTestFinished(() => created.close())
    return created
  }

  it('counts, reads lines and reads bytes', async () => {
    const bytes = numbered(5)
    const { file } = await engineFile(bytes)
    const running = engine()
    const pieces: CountPiece[] = []
    const task = { file, from: 0, to: bytes.length }
    const onPiece = (piece: CountPiece) => pieces.push(piece)
    expect(await running.run('count', task, { onPiece })).toEqual({ to: bytes.length })
    expect(countsOf(pieces)).toEqual(newlinesPerBlock(bytes))
    const { lines, ends } = await running.run('lines', linesTask(file, bytes.length, 3))
    expect(lines.map((line) => line.text)).toEqual(['line 0', 'line 1', 'line 2'])
    expect(ends).toEqual([7, 14, 21])
    const part = await running.run('bytes', { file, from: 100, to: 4_000_000 })
    expect(Buffer.from(part).equals(bytes.subarray(100, 4_000_000))).toBe(true)
  })

  it('counts a log that is long enough to be shared', async () => {
    const bytes = Buffer.alloc(80_000_000, `${'x'.repeat(99)}\n`)
    const { file } = await engineFile(bytes)
    const running = engine()
    const pieces: CountPiece[] = []
    const onPiece = (piece: CountPiece) => pieces.push(piece)
    const task = { file, from: 0, to: bytes.length + 5 }
    expect(await running.run('count', task, { onPiece })).toEqual({ to: bytes.length })
    expect(countsOf(pieces)).toEqual(newlinesPerBlock(bytes))
  })

  it('works on two logs at once, and reads windows meanwhile', async () => {
    const running = engine()
    const logs = [numbered(6, 'first'), numbered(6, 'second')]
    const files = await Promise.all(logs.map((bytes) => engineFile(bytes)))
    const pieces: CountPiece[][] = [[], []]
    const counts = files.map(({ file }, log) =>
      running.run(
        'count',
        { file, from: 0, to: 6_000_000 },
        { onPiece: (piece) => pieces[log]?.push(piece) },
      ),
    )
    const windows = await Promise.all(
      files.map(({ file }) => running.run('lines', linesTask(file, 6_000_000, 1))),
    )
    expect(windows.map(({ lines }) => lines[0]?.text)).toEqual(['first 0', 'second 0'])
    await Promise.all(counts)
    expect(pieces.map(countsOf)).toEqual(logs.map(newlinesPerBlock))
  })

  it('rejects with BytesGone when the file was rewritten, emptied or cannot be read', async () => {
    const running = engine()
    const { file, path } = await engineFile('some text\n')
    const task = { file, from: 0, to: 10 }
    const closed = { ...task, file: { ...file, fd: 987_654 } }
    await expect(running.run('bytes', closed)).rejects.toBeInstanceOf(BytesGone)
    await writeFile(path, 'OTHER TEXT\n')
    await expect(running.run('bytes', task)).rejects.toThrow('The file was rewritten')
    await expect(running.run('count', task)).rejects.toBeInstanceOf(BytesGone)
    await truncate(path, 0)
    await expect(running.run('lines', linesTask(file, 10, 1))).rejects.toBeInstanceOf(BytesGone)
  })

  it('goes on reading a file that was renamed and deleted', async () => {
    const running = engine()
    const bytes = numbered(3)
    const { file, path } = await engineFile(bytes)
    const task = { file, from: 0, to: bytes.length }
    const pieces: CountPiece[] = []
    const counted = running.run('count', task, { onPiece: (piece) => pieces.push(piece) })
    await rename(path, `${path}.1`)
    await writeFile(path, 'next\n')
    await rm(`${path}.1`)
    await counted
    expect(countsOf(pieces)).toEqual(newlinesPerBlock(bytes))
  })

  it('counts as far as a file reaches that shrinks meanwhile', async () => {
    const running = engine()
    const { file, path } = await engineFile(numbered(20))
    let shrunk: Promise<void> | null = null
    const onPiece = () => {
      shrunk ??= truncate(path, 1_000_000)
    }
    const { to } = await running.run('count', { file, from: 0, to: 20_000_000 }, { onPiece })
    await shrunk
    expect(to).toBeGreaterThanOrEqual(1_000_000)
    expect((await running.run('count', { file, from: 0, to: 20_000_000 })).to).toBe(1_000_000)
  })

  it('ends a task at once when its signal says so', async () => {
    const running = engine()
    const { file } = await engineFile(numbered(5))
    const task = { file, from: 0, to: 5_000_000 }
    const reason = new Error('Enough.')
    const pieces: CountPiece[] = []
    const ending = new AbortController()
    const onPiece = (piece: CountPiece) => {
      pieces.push(piece)
      ending.abort(reason)
    }
    const { signal } = ending
    await expect(running.run('count', task, { signal, onPiece })).rejects.toBe(reason)
    await expect(running.run('count', task, { signal, onPiece })).rejects.toBe(reason)
    expect(await running.run('count', task)).toEqual({ to: 5_000_000 })
    expect(pieces).toHaveLength(1)
  })

  it('gives a descriptor back for another file', async () => {
    const running = engine()
    const first = await engineFile(numbered(9))
    const { fd } = first.file
    const counted = running.run('count', { file: first.file, from: 0, to: 9_000_000 })
    const failed = expect(counted).rejects.toBeInstanceOf(BytesGone)
    const released = running.release(fd)
    const late = running.run('bytes', { file: first.file, from: 0, to: 1 })
    await expect(late).rejects.toBeInstanceOf(BytesGone)
    await Promise.all([released, failed])
    await first.close()
    // The system gives out the lowest free number: the next file gets it.
    const handle = await open(first.path)
    onTestFinished(() => handle.close())
    expect(handle.fd).toBe(fd)
    const bytes = await running.run('bytes', { file: first.file, from: 0, to: 6 })
    expect(Buffer.from(bytes).toString()).toBe('line 0')
  })

  it('ends what runs when it is closed', async () => {
    const running = engine()
    const { file } = await engineFile(numbered(9))
    const counted = running.run('count', { file, from: 0, to: 9_000_000 })
    const failed = expect(counted).rejects.toBeInstanceOf(EngineLost)
    await running.close()
    await failed
    const late = running.run('bytes', { file, from: 0, to: 1 })
    await expect(late).rejects.toBeInstanceOf(EngineLost)
  })
})

describe('a search in the engine', () => {
  async function searched(engine: Engine, bytes: Buffer, pattern: string): Promise<number[]> {
    const { file } = await engineFile(bytes)
    const pieces: SearchPiece[] = []
    const result = await engine.run('search', searchTask(file, pattern, bytes.length), {
      onPiece: (piece) => pieces.push(piece),
    })
    expect(result.to).toBe(bytes.length)
    return hitsPerBlock(pieces)
  }

  function expected(bytes: Buffer, pattern: RegExp): number[] {
    const counts: number[] = []
    let at = 0
    for (const line of bytes.toString().split('\n').slice(0, -1)) {
      const block = Math.floor(at / BLOCK_BYTES)
      while (counts.length <= block) counts.push(0)
      if (pattern.test(line)) counts[block] = (counts[block] ?? 0) + 1
      at += line.length + 1
    }
    return counts
  }

  it('is shared by the scanners, and its pieces come in order', async () => {
    const text = numbered(8)
    const bytes = text.subarray(0, text.lastIndexOf(10) + 1)
    const { engine } = trapEngine()
    const inline = createInlineEngine({ ...TASKS, search: slowSearch })
    onTestFinished(() => inline.close())
    const hits = expected(bytes, /77$/)
    expect(await searched(engine, bytes, '77$')).toEqual(hits)
    expect(await searched(inline, bytes, '77$')).toEqual(hits)
    const both = [searched(engine, bytes, '^line 5'), searched(engine, bytes, '123')]
    expect(await Promise.all(both)).toEqual([expected(bytes, /^line 5/), expected(bytes, /123/)])
  })

  it('finds the lines around a line of some parts', async () => {
    const bytes = Buffer.concat([
      Buffer.from('hit\n'),
      Buffer.alloc(1024 * 1024 - 8, 'x\n'),
      Buffer.alloc(9_000_000, 'y'),
      Buffer.from('\nhit\nhit\n'),
    ])
    const { engine } = trapEngine()
    const hits = await searched(engine, bytes, 'hit')
    expect(hits.reduce((sum, count) => sum + count)).toBe(3)
    expect(hits[0]).toBe(1)
    expect(hits[Math.floor((bytes.length - 8) / BLOCK_BYTES)]).toBe(2)
  })
})
