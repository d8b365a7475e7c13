import {
  appendFile,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { Engine } from '../../../../src/server/engine/engine.ts'
import type { CountTask } from '../../../../src/server/engine/engine-task.ts'
import { KeptIndexes } from '../../../../src/server/engine/kept-index/kept-indexes.ts'
import { FileLog } from '../../../../src/server/log/file-log.ts'
import { silentLog } from '../../../../src/server/own-log.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { encodeText } from '../../../support/encode-text.ts'
import { inlineEngine } from '../../../support/inline-engine.ts'
import { PATIENCE } from '../../../support/patience.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const LINES = 200_000
const line = (at: number) => `${String(at).padStart(8, '0')} ${'x'.repeat(at % 71)} end`
const TEXT = `${Array.from({ length: LINES }, (_, at) => line(at)).join('\n')}\n`
const BLOCKS = Math.floor(TEXT.length / BLOCK_BYTES)

/** An engine that remembers what it was asked to count, and tells how far it is. */
function countingEngine(onCounted: (to: number) => void = () => undefined) {
  const inline = inlineEngine()
  const counted: CountTask[] = []
  const engine: Engine = {
    run: (kind, task, options) => {
      if (kind === 'count' && 'to' in task) counted.push(task as CountTask)
      return inline.run(kind, task, {
        ...options,
        onPiece: (piece) => {
          options?.onPiece?.(piece)
          if (kind === 'count' && 'to' in piece) onCounted(piece.to)
        },
      })
    },
    release: (fd) => inline.release(fd),
    close: () => inline.close(),
  }
  return { engine, bytes: () => counted.reduce((sum, { from, to }) => sum + to - from, 0) }
}

/** A large log and a cache folder; `read` opens it as a new program would. */
async function largeLog(content: string | Uint8Array = TEXT) {
  const folder = await tempFolder()
  const path = join(folder, 'app.log')
  const cache = join(folder, 'cache')
  await writeFile(path, content)
  const openLog = async (counting = countingEngine(), of = path) => {
    const log = new FileLog({
      id: 'app',
      name: 'app.log',
      origin: { kind: 'file', path: of },
      path: of,
      engine: counting.engine,
      keptIndexes: new KeptIndexes({ folder: cache, ownLog: silentLog }),
      ownLog: silentLog,
    })
    onTestFinished(() => log.close())
    await log.looked()
    return log
  }
  /** How many lines a new program finds, some of them, and the bytes that it had to count for that. */
  const read = async (of = path) => {
    const counting = countingEngine()
    const log = await openLog(counting, of)
    const size = (await stat(of)).size
    await vi.waitFor(() => expect(log.state().indexed).toBe(size), { timeout: 20_000 })
    const { end } = log.state()
    const texts = async (from: number) =>
      (await log.lines(lineNumber(from), lineNumber(from + 1))).lines[0]?.text
    const found = [await texts(0), await texts(Math.floor(end / 2)), await texts(end - 1)]
    await log.close()
    return { end, found, counted: counting.bytes() }
  }
  return { folder, path, cache, openLog, read }
}

const WHOLE = { end: LINES, found: [line(0), line(LINES / 2), line(LINES - 1)] }
/** What is counted of a log whose index was kept: the block that was cut when it was. */
const LITTLE = 2 * BLOCK_BYTES

describe('a kept index', () => {
  it('spares counting a log again', async () => {
    const { read, cache } = await largeLog()
    const first = await read()
    expect(first).toEqual({ ...WHOLE, counted: expect.any(Number) })
    expect(first.counted).toBeGreaterThan(TEXT.length / 2)
    expect(await readdir(cache)).toHaveLength(1)
    const again = await read()
    expect(again).toEqual({ ...WHOLE, counted: expect.any(Number) })
    expect(again.counted).toBeLessThan(LITTLE)
  })

  it('spares all but what was written since', async () => {
    const { read, path } = await largeLog()
    await read()
    await appendFile(path, `${'y'.repeat(5_000_000)}\nlast\n`)
    const again = await read()
    expect(again).toMatchObject({ end: LINES + 2, found: [line(0), line(LINES / 2 + 1), 'last'] })
    expect(again.counted).toBeLessThan(5_000_000 + LITTLE)
  })

  it('is found for a log that was renamed, and for one that was copied to its place', async () => {
    const { read, path } = await largeLog()
    await read()
    await rename(path, `${path}.1`)
    expect((await read(`${path}.1`)).counted).toBeLessThan(LITTLE)
    await writeFile(path, TEXT)
    const copied = await read()
    expect(copied).toMatchObject(WHOLE)
  })

  it.each(['utf-16le', 'utf-16be'] as const)('is kept of a log in %s', async (encoding) => {
    const { read } = await largeLog(encodeText(`\ufeff${TEXT}`, encoding))
    expect(await read()).toMatchObject(WHOLE)
    const again = await read()
    expect(again).toMatchObject(WHOLE)
    expect(again.counted).toBeLessThan(LITTLE)
  })

  it('is not made of small logs', async () => {
    const { read, cache } = await largeLog(TEXT.slice(0, 4_000_000))
    await read()
    await expect(readdir(cache)).rejects.toThrow(/ENOENT/)
  })

  it('is kept by half when the log is closed in the middle, and gone on with', async () => {
    const text = TEXT.repeat(12)
    const { openLog, read, cache } = await largeLog(text)
    const stopped = Promise.withResolvers<void>()
    const log = await openLog(
      countingEngine((to) => {
        if (to > 10_000_000) void log.close().then(stopped.resolve)
      }),
    )
    await stopped.promise
    expect(await readdir(cache)).toHaveLength(1)
    const again = await read()
    expect(again.end).toBe(LINES * 12)
    expect(again.counted).toBeLessThan(text.length - 8_000_000)
  })
})

describe('a kept index that is not true any more', () => {
  /** Opens it, changes it and opens it again: everything must be counted anew. */
  async function isNoticed(change: (path: string) => Promise<unknown>, end: number) {
    const { read, path } = await largeLog()
    await read()
    await change(path)
    const again = await read()
    expect(again.end).toBe(end)
    expect(again.counted).toBeGreaterThan(((await stat(path)).size * 2) / 3)
    const third = await read()
    expect([third.end, third.counted < LITTLE]).toEqual([end, true])
  }

  const FEWER = TEXT.replaceAll(/ end\n0/g, ' end 0')

  it('is noticed when other content of the same size took the place of the file', async () => {
    expect(FEWER).toHaveLength(TEXT.length)
    await isNoticed(async (path) => {
      await unlink(path)
      await writeFile(path, FEWER)
    }, FEWER.split('\n').length - 1)
  })

  it('is noticed when the file was rewritten in place', async () => {
    await isNoticed((path) => writeFile(path, FEWER), FEWER.split('\n').length - 1)
  })

  it('is noticed when the file was truncated and grew again, beyond what was kept', async () => {
    await isNoticed(async (path) => {
      await truncate(path, 1000)
      await appendFile(path, `\n${'z'.repeat(TEXT.length)}\n`)
    }, TEXT.slice(0, 1000).split('\n').length + 1)
  })

  it('is noticed when one byte changed and nothing was appended, by the time of the change', async () => {
    // A block that is not among the sampled ones.
    await isNoticed((path) => overwrite(path, 3 * BLOCK_BYTES + 10, '\n\n'), LINES + 2)
  })

  it('is noticed when one of the sampled blocks changed and the file grew', async () => {
    const sampled = Math.floor((3.5 * BLOCKS) / 8)
    await isNoticed(async (path) => {
      await overwrite(path, sampled * BLOCK_BYTES + 10, 'Q')
      await appendFile(path, 'more\n')
    }, LINES + 1)
  })

  it('is not noticed when the middle changed between the sampled blocks and the file grew', async () => {
    // The limit of what is promised: no log is written to in its middle while it also grows.
    const { read, path } = await largeLog()
    await read()
    await overwrite(path, 3 * BLOCK_BYTES + 10, '\n\n')
    await appendFile(path, 'more\n')
    expect((await read()).end).toBe(LINES + 1)
  })

  it('is noticed when its sampled blocks are as they were, but the times were set back', async () => {
    const { read, path } = await largeLog()
    await read()
    const { atime, mtime } = await stat(path)
    const sampled = Math.floor((0.5 * BLOCKS) / 8)
    await overwrite(path, sampled * BLOCK_BYTES + 10, '\n\n')
    await utimes(path, atime, mtime)
    expect((await read()).end).toBe(LINES + 2)
  })

  it('is noticed with any byte of it changed, missing or added', async () => {
    const { read, cache } = await largeLog()
    await read()
    const [name = ''] = await readdir(cache)
    const file = join(cache, name)
    const good = await readFile(file)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('changed', 'missing', 'added'),
        async (at, difference, how) => {
          const bad = Buffer.from(good)
          bad[at] = (bad[at] ?? 0) ^ difference
          const bytes = {
            changed: bad,
            missing: bad.subarray(0, at),
            added: Buffer.concat([good, bad.subarray(0, difference)]),
          }[how]
          await writeFile(file, bytes)
          const again = await read()
          expect(again).toMatchObject(WHOLE)
          expect(again.counted).toBeGreaterThan(TEXT.length / 2)
          expect(await readFile(file)).toHaveLength(good.length)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('the cache folder', () => {
  it('can be deleted while logs are open', async () => {
    const { openLog, read, cache } = await largeLog()
    const log = await openLog()
    await vi.waitFor(() => expect(log.state().end).toBe(LINES), { timeout: 20_000 })
    await vi.waitFor(() => expect(readdir(cache)).resolves.toHaveLength(1), PATIENCE)
    await rm(cache, { recursive: true })
    await log.close()
    expect(await read()).toMatchObject(WHOLE)
    expect((await read()).counted).toBeLessThan(LITTLE)
  })

  it('can be shared by two programs with the same log', async () => {
    const { read, cache } = await largeLog()
    const both = await Promise.all([read(), read()])
    expect(both).toMatchObject([WHOLE, WHOLE])
    expect(await readdir(cache)).toHaveLength(1)
    const again = await Promise.all([read(), read()])
    expect(again.map(({ end, counted }) => [end, counted < LITTLE])).toEqual([
      [LINES, true],
      [LINES, true],
    ])
  })

  it('does not matter when nothing can be written there', async () => {
    const { read, cache } = await largeLog()
    await writeFile(cache, 'no folder')
    expect(await read()).toMatchObject(WHOLE)
    expect(await read()).toMatchObject(WHOLE)
  })
})

async function overwrite(path: string, offset: number, text: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.write(text, offset)
  } finally {
    await handle.close()
  }
}
