import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type OwnLog, silentLog } from '../../../src/server/own-log.ts'
import { type DiskTrouble, Spool } from '../../../src/server/source/spool.ts'
import type { SpoolReady } from '../../../src/server/source/spool-writer.ts'
import { PATIENCE } from '../../support/patience.ts'
import { tempFolder } from '../../support/temp-folder.ts'

function open(path: string, ownLog: OwnLog = silentLog) {
  const told = { ready: [] as SpoolReady[], troubles: [] as (DiskTrouble | null)[], drains: 0 }
  const spool = new Spool(path, ownLog, {
    onReady: (ready) => told.ready.push(ready),
    onTrouble: (trouble) => told.troubles.push(trouble),
    onDrain: () => {
      told.drains += 1
    },
  })
  onTestFinished(() => spool.close())
  spool.start()
  return { spool, told }
}

const text = (path: string) => readFile(path, 'utf8')
const sidecarOf = (path: string) => path.replace(/\.log$/, '.position.json')
const position = async (path: string) => JSON.parse(await text(sidecarOf(path)))

describe('Spool', () => {
  it('writes lines in order and keeps the id that belongs to the length', async () => {
    const path = join(await tempFolder(), 'remote', 'h.log')
    const { spool, told } = open(path)
    expect(told.ready).toEqual([{ lastEventId: '', bytes: 0, lost: 0 }])
    for (let at = 0; at < 1000; at += 1) spool.append(`line ${at}\n`, String(at))
    await spool.close()
    const lines = Array.from({ length: 1000 }, (_, at) => `line ${at}\n`).join('')
    expect(await text(path)).toBe(lines)
    expect(await position(path)).toMatchObject({ lastEventId: '999', bytes: lines.length })
  })

  it('is closed for everybody who closes it only when all of it is in order', async () => {
    const path = join(await tempFolder(), 'h.log')
    const { spool } = open(path)
    const lines = 'x'.repeat(2 ** 22)
    spool.append(`${lines}\n`, '1')
    void spool.close()
    await spool.close()
    expect((await text(path)).length).toBe(lines.length + 1)
    expect(await position(path)).toMatchObject({ lastEventId: '1', bytes: lines.length + 1 })
  })

  it('saves the position while it runs', async () => {
    const path = join(await tempFolder(), 'h.log')
    const { spool } = open(path)
    spool.append('é\n', '7')
    await vi.waitFor(
      async () => expect(await position(path)).toMatchObject({ lastEventId: '7', bytes: 3 }),
      PATIENCE,
    )
  })

  it.skipIf(process.platform === 'win32')('is readable by its owner only', async () => {
    const folder = join(await tempFolder(), 'remote')
    await mkdir(folder, { mode: 0o755 })
    const path = join(folder, 'h.log')
    const { spool } = open(path)
    spool.append('a\n', '1')
    await spool.close()
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('tells a mark when the lines before it are in the file', async () => {
    const path = join(await tempFolder(), 'h.log')
    const { spool } = open(path)
    const seen: [number, string][] = []
    const { readFileSync } = await import('node:fs')
    spool.append('one\n', '1')
    spool.mark((offset) => seen.push([offset, readFileSync(path, 'utf8')]))
    spool.append('two\n', '2')
    spool.mark((offset) => seen.push([offset, readFileSync(path, 'utf8')]))
    await spool.close()
    expect(seen).toEqual([
      [4, 'one\n'],
      [8, 'one\ntwo\n'],
    ])
  })

  it('asks to stop when much waits for the disk, and says when to go on', async () => {
    const path = join(await tempFolder(), 'h.log')
    const { spool, told } = open(path)
    const line = `${'x'.repeat(64 * 1024 - 1)}\n`
    let count = 1
    while (spool.append(line, String(count))) count += 1
    expect(count).toBe(16)
    await vi.waitFor(() => expect(told.drains).toBe(1), PATIENCE)
    expect(spool.append(line, 'next')).toBe(true)
  })

  it('cuts back to the saved position after a crash and goes on there', async () => {
    const path = join(await tempFolder(), 'h.log')
    await writeFile(path, 'one\ntwo\nthr')
    await writeFile(
      sidecarOf(path),
      JSON.stringify({ version: 1, lastEventId: '1', bytes: 4, resumes: true }),
    )
    const { spool, told } = open(path)
    expect(told.ready).toEqual([{ lastEventId: '1', bytes: 4, lost: 0 }])
    spool.append('two\nthree\n', '3')
    await spool.close()
    expect(await text(path)).toBe('one\ntwo\nthree\n')
  })

  it('ends the half line of a crash where nothing can be fetched again', async () => {
    const path = join(await tempFolder(), 'h.log')
    await writeFile(path, 'one\ntw')
    const { spool, told } = open(path)
    expect(told.ready).toEqual([{ lastEventId: '', bytes: 7, lost: 0 }])
    spool.append('three\n', '')
    await spool.close()
    expect(await text(path)).toBe('one\ntw\nthree\n')
  })

  it.each([
    '',
    '{',
    '{"version":1}',
    '{"version":2,"lastEventId":"1","bytes":4,"resumes":true}',
    '[]',
  ])('ignores the damaged position %j with a warning', async (damaged) => {
    const path = join(await tempFolder(), 'h.log')
    await writeFile(path, 'one\ntwo\n')
    await writeFile(sidecarOf(path), damaged)
    const warn = vi.fn()
    const { told } = open(path, { ...silentLog, warn })
    expect(told.ready).toEqual([{ lastEventId: '', bytes: 8, lost: 0 }])
    expect(warn).toHaveBeenCalledOnce()
  })

  it('says what is gone when the file became shorter than its position', async () => {
    const path = join(await tempFolder(), 'h.log')
    await writeFile(path, 'one\n')
    await writeFile(
      sidecarOf(path),
      JSON.stringify({ version: 1, lastEventId: '9', bytes: 100, resumes: true }),
    )
    expect(open(path).told.ready).toEqual([{ lastEventId: '9', bytes: 4, lost: 96 }])
  })

  it('waits for a folder that cannot be made, holds the lines, and goes on', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'remote', 'h.log')
    await writeFile(join(folder, 'remote'), 'a file in the way')
    const { spool, told } = open(path)
    expect(told.ready).toEqual([])
    expect(spool.trouble).toMatchObject({
      attempt: 1,
      detail: expect.stringMatching(/EEXIST|ENOTDIR/),
    })
    expect(spool.append('one\n', '1')).toBe(false)
    await rm(join(folder, 'remote'))
    spool.retry()
    await vi.waitFor(() => expect(spool.trouble).toBeNull(), PATIENCE)
    expect(told.ready).toHaveLength(1)
    expect(told.troubles.at(-1)).toBeNull()
    expect(told.drains).toBe(1)
    expect(spool.append('two\n', '2')).toBe(true)
    await spool.close()
    expect(await text(path)).toBe('one\ntwo\n')
  })

  it('makes its file again when the folder was removed under it', async () => {
    const path = join(await tempFolder(), 'remote', 'h.log')
    const { spool } = open(path)
    spool.append('one\n', '1')
    await vi.waitFor(() => stat(sidecarOf(path)), PATIENCE)
    await rm(dirname(path), { recursive: true })
    spool.append('two\n', '2')
    await vi.waitFor(() => stat(path), PATIENCE)
    spool.append('three\n', '3')
    await spool.close()
    expect(await text(path)).toBe('three\n')
    expect(await position(path)).toMatchObject({ lastEventId: '3', bytes: 6 })
  })

  // A limit on the file's size fails like a full disk, in the middle of a line, and needs no root.
  it.skipIf(process.platform === 'win32')('leaves no half line behind on a full disk', async () => {
    const path = join(await tempFolder(), 'h.log')
    const script = join(import.meta.dirname, '../../support/fill-spool.ts')
    const { stdout } = await promisify(execFile)('bash', [
      '-c',
      'ulimit -f 8 && exec "$0" "$1" "$2"',
      process.execPath,
      script,
      path,
    ])
    expect(JSON.parse(stdout)).toMatchObject({ trouble: expect.stringContaining('EFBIG') })
    const lines = await text(path)
    const { bytes, lastEventId } = await position(path)
    expect(lines).toMatch(/^(line \d+\n)+$/)
    expect(bytes).toBe(lines.length)
    expect(lines.trimEnd().split('\n')).toHaveLength(Number(lastEventId))
  })
})
