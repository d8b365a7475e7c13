import { appendFileSync, closeSync, openSync, readSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BytesGone } from '../../../src/server/engine/byte-source.ts'
import type { Engine } from '../../../src/server/engine/engine.ts'
import { IndexBuilder } from '../../../src/server/follow/index-builder.ts'
import type { Encoding } from '../../../src/shared/encoding.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { PATIENCE } from '../../support/patience.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** Longer than what is counted in the calling thread, and it ends in the middle of a block. */
const LINES = 30_000
const TEXT = 'a line of a hundred bytes'.padEnd(99, '.').concat('\n').repeat(LINES)

async function fileOf(name: string, text: string | Buffer) {
  const path = join(await tempFolder(), name)
  writeFileSync(path, text)
  const fd = openSync(path, 'r')
  onTestFinished(() => closeSync(fd))
  return { fd, path }
}

/** What is read of a file: nothing of it is in memory, but `fresh` bytes at its end. */
function builderOver(fd: number, size: number, engine: Engine = inlineEngine()) {
  const log = {
    fd,
    size,
    head: Buffer.from(TEXT.slice(0, 1024)),
    encoding: 'utf-8' as Encoding,
    fresh: Buffer.alloc(0),
    get engineFile() {
      return { fd: this.fd, encoding: this.encoding, head: this.head }
    },
    recent(offset: number) {
      const held = this.size - this.fresh.length
      return offset < held ? null : this.fresh.subarray(offset - held)
    },
    async read(offset: number, length: number) {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(this.fd, bytes, 0, length, offset))
    },
  }
  const onProgress = vi.fn()
  const builder = new IndexBuilder({ log, engine, encoding: 'utf-8', keeper: null, onProgress })
  onTestFinished(() => builder.close())
  return { builder, log, onProgress }
}

async function isIndexed(builder: IndexBuilder, bytes: number, newlines: number) {
  await vi.waitFor(() => expect(builder.index.bytes).toBe(bytes), PATIENCE)
  expect(builder.index.newlines).toBe(newlines)
}

describe('IndexBuilder', () => {
  it('counts what stood in the file, tells so, and goes on with fresh bytes', async () => {
    const { builder, log, onProgress } = builderOver((await fileOf('a.log', TEXT)).fd, TEXT.length)
    builder.catchUp()
    await isIndexed(builder, TEXT.length, LINES)
    expect(onProgress).toHaveBeenCalled()
    builder.append(TEXT.length, Buffer.from('one\ntwo\nthr'))
    log.size += 11
    await isIndexed(builder, TEXT.length + 11, LINES + 2)
  })

  it('counts fresh bytes that came while it counted those before them', async () => {
    const { fd, path } = await fileOf('a.log', TEXT)
    const { builder, log } = builderOver(fd, TEXT.length)
    builder.catchUp()
    log.fresh = Buffer.from('one\ntwo\n')
    appendFileSync(path, log.fresh)
    builder.append(TEXT.length, log.fresh)
    log.size += log.fresh.length
    builder.catchUp()
    await isIndexed(builder, TEXT.length + 8, LINES + 2)
  })

  it('counts the rest of a block that was counted by half', async () => {
    const half = 1_500_050
    const { builder, log } = builderOver((await fileOf('a.log', TEXT)).fd, half)
    builder.catchUp()
    await isIndexed(builder, half, 15_000)
    log.size = TEXT.length
    builder.catchUp()
    await isIndexed(builder, TEXT.length, LINES)
  })

  it('begins again when lines end elsewhere, also in the middle of counting', async () => {
    const bytes = Buffer.from(TEXT, 'utf16le')
    const { builder, log } = builderOver((await fileOf('a.log', bytes)).fd, bytes.length)
    log.head = bytes.subarray(0, 1024)
    builder.catchUp()
    log.encoding = 'utf-16le'
    builder.restart('utf-16le')
    builder.catchUp()
    await isIndexed(builder, bytes.length, LINES)
  })

  it('ends where a file was cut, and goes on in the copy of it', async () => {
    const { fd, path } = await fileOf('a.log', TEXT)
    const copy = await fileOf('a.log.1', TEXT)
    const { builder, log } = builderOver(fd, TEXT.length)
    truncateSync(path, 0)
    builder.catchUp()
    log.fd = copy.fd
    await isIndexed(builder, TEXT.length, LINES)
  })

  it('takes no count of a file that was rewritten', async () => {
    const engine = inlineEngine()
    const run = vi.spyOn(engine, 'run')
    const { fd } = await fileOf('a.log', TEXT)
    const { builder, log, onProgress } = builderOver(fd, TEXT.length, engine)
    const right = log.head
    log.head = Buffer.alloc(1024, 'x')
    builder.catchUp()
    await vi.waitFor(() => expect(run).toHaveBeenCalled(), PATIENCE)
    await expect(run.mock.results[0]?.value).rejects.toBeInstanceOf(BytesGone)
    expect(onProgress).not.toHaveBeenCalled()
    expect(builder.index.bytes).toBe(0)
    log.head = right
    await vi.waitFor(() => {
      builder.catchUp()
      expect(builder.index.bytes).toBe(TEXT.length)
    }, PATIENCE)
  })

  it('lets go of its file when it is closed', async () => {
    const engine = inlineEngine()
    const { builder, log } = builderOver((await fileOf('a.log', TEXT)).fd, TEXT.length, engine)
    builder.catchUp()
    await builder.close()
    await engine.release(log.fd)
    builder.catchUp()
    expect(builder.index.bytes).toBeLessThan(TEXT.length)
  })

  it('counts in its own thread when the engine fails', async () => {
    const engine = inlineEngine()
    await engine.close()
    const { builder } = builderOver((await fileOf('a.log', TEXT)).fd, TEXT.length, engine)
    builder.catchUp()
    await isIndexed(builder, TEXT.length, LINES)
  })
})
