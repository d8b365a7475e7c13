import {
  appendFileSync,
  copyFileSync,
  renameSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { FileLog } from '../../../src/server/log/file-log.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { MAX_DISPLAY_LINE_BYTES } from '../../../src/shared/protocol.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const OLD = numberedLines('old', 1000)
const NEW = numberedLines('new', 1000)

async function opened(content: string | Uint8Array | null) {
  const path = join(await tempFolder(), 'app.log')
  if (content !== null) writeFileSync(path, content)
  const log = new FileLog({
    id: 'app',
    name: 'app.log',
    origin: { kind: 'file', path },
    path,
    engine: inlineEngine(),
    ownLog: silentLog,
  })
  onTestFinished(() => log.close())
  await log.looked()
  const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })
  const texts = async (from: number, to: number) => {
    const window = await log.lines(lineNumber(from), lineNumber(to))
    return window.lines.map((line) => line.text)
  }
  return { path, log, until, texts }
}

describe('the state of a log', () => {
  it('counts lines, bytes and errors as the file grows', async () => {
    const { path, log, until } = await opened(asText(OLD))
    await until(() => expect(log.state()).toMatchObject({ first: 0, end: 1000, errors: 0 }))
    appendFileSync(path, 'INFO fine\nERROR one\n2026 [fatal] two\nthe word error alone\nERR')
    await until(() => expect(log.state()).toMatchObject({ end: 1004, errors: 2, partial: 'ERR' }))
    appendFileSync(path, 'OR three\n')
    await until(() => expect(log.state()).toMatchObject({ end: 1005, errors: 3, partial: null }))
    const { bytes, indexed, phase, watch } = log.state()
    expect({ indexed, phase, watch }).toEqual({
      indexed: bytes,
      phase: { kind: 'following' },
      watch: 'events',
    })
  })

  it.each([
    ['that does not exist', (path: string) => unlinkSync(path), 'missing'],
    [
      'that is compressed',
      (path: string) => writeFileSync(path, Buffer.from([31, 139, 8, 0])),
      'compressed',
    ],
  ])('waits for a file %s and says why', async (_name, make, reason) => {
    const { path, log, until } = await opened(null)
    writeFileSync(path, '')
    make(path)
    const other = new FileLog({
      id: 'other',
      name: 'app.log',
      origin: { kind: 'file', path },
      path,
      engine: inlineEngine(),
      ownLog: silentLog,
    })
    onTestFinished(() => other.close())
    await other.looked()
    expect(other.state().phase).toEqual({ kind: 'waiting', reason })
    writeFileSync(`${path}.tmp`, asText(NEW))
    renameSync(`${path}.tmp`, path)
    await until(() =>
      expect(other.state()).toMatchObject({ end: 1000, phase: { kind: 'following' } }),
    )
    expect(log.id).toBe('app')
  })
})

describe('windows', () => {
  it('give lines by number from anywhere', async () => {
    const { texts, log, until } = await opened(asText(OLD))
    await until(() => expect(log.state().end).toBe(1000))
    expect(await texts(0, 3)).toEqual(OLD.slice(0, 3))
    expect(await texts(500, 502)).toEqual(OLD.slice(500, 502))
    expect(await texts(998, 2000)).toEqual(OLD.slice(998))
    expect(await texts(5000, 6000)).toEqual([])
  })

  it('cross a rotation, and the rotation is marked', async () => {
    const { path, log, until, texts } = await opened(asText(OLD))
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW))
    await until(() => expect(log.state()).toMatchObject({ end: 2000, rotations: 1 }))
    expect(await texts(998, 1002)).toEqual([...OLD.slice(998), ...NEW.slice(0, 2)])
    expect(log.state().marks).toMatchObject([{ kind: 'rotated', line: 1000 }])
  })

  it('still give the lines of a file that was copied and truncated', async () => {
    const { path, log, until, texts } = await opened(asText(OLD))
    await until(() => expect(log.state().end).toBe(1000))
    copyFileSync(path, `${path}.1`)
    truncateSync(path, 0)
    appendFileSync(path, asText(NEW))
    await until(() => expect(log.state()).toMatchObject({ first: 0, end: 2000 }))
    expect(await texts(998, 1002)).toEqual([...OLD.slice(998), ...NEW.slice(0, 2)])
  })

  it('still give the lines of a small file that was emptied', async () => {
    const { path, log, until, texts } = await opened(asText(OLD))
    await until(() => expect(log.state().end).toBe(1000))
    writeFileSync(path, asText(NEW.slice(0, 10)))
    await until(() => expect(log.state()).toMatchObject({ first: 0, end: 1010 }))
    expect(await texts(998, 1002)).toEqual([...OLD.slice(998), ...NEW.slice(0, 2)])
    expect(log.state().marks).toMatchObject([{ kind: 'truncated', line: 1000 }])
  })

  it('begin after lines that were truncated away, whose numbers stay theirs', async () => {
    const big = numberedLines('x'.repeat(2000), 1000)
    const { path, log, until, texts } = await opened(asText(big))
    await until(() => expect(log.state().end).toBe(1000))
    writeFileSync(path, asText(NEW.slice(0, 10)))
    await until(() => expect(log.state()).toMatchObject({ first: 1000, end: 1010 }))
    expect(await texts(0, 3000)).toEqual(NEW.slice(0, 10))
    expect(log.state().marks).toMatchObject([{ kind: 'truncated', line: 1000 }])
  })

  it('have no hole where lines were lost between others', async () => {
    const { path, log, until, texts } = await opened(asText(OLD))
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(numberedLines('x'.repeat(6000), 1000)))
    await until(() => expect(log.state().end).toBe(2000))
    writeFileSync(path, asText(['after']))
    await until(() => expect(log.state()).toMatchObject({ first: 2000, end: 2001 }))
    expect(await texts(0, 3000)).toEqual(['after'])
  })

  it('keep their numbers when a writer goes on in the old file', async () => {
    const { path, log, until, texts } = await opened(asText(OLD))
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW))
    await until(() => expect(log.state().end).toBe(2000))
    appendFileSync(`${path}.1`, 'late\n')
    await until(() => expect(log.state().end).toBe(2001))
    appendFileSync(path, 'last\n')
    await until(() => expect(log.state().end).toBe(2002))
    expect(await texts(1998, 2002)).toEqual([...NEW.slice(998), 'late', 'last'])
    expect(await texts(999, 1001)).toEqual([OLD[999], NEW[0]])
  })

  it('cut long lines for the screen and tell their length', async () => {
    const { log, until } = await opened(`${'x'.repeat(1_000_000)}\nshort\n`)
    await until(() => expect(log.state().end).toBe(2))
    const { lines } = await log.lines(lineNumber(0), lineNumber(2))
    expect(lines).toMatchObject([
      { bytes: 1_000_000, cut: true },
      { text: 'short', bytes: 5, cut: false },
    ])
    expect(lines[0]?.text).toHaveLength(MAX_DISPLAY_LINE_BYTES)
  })

  it('are read in the encoding that was chosen', async () => {
    const { log, until, texts } = await opened(Buffer.from('ação\nnão\n', 'latin1'))
    await until(() => expect(log.state().end).toBe(2))
    expect(await texts(0, 1)).toEqual(['a\ufffd\ufffdo'])
    log.setEncoding('windows-1252')
    await until(() => expect(log.state()).toMatchObject({ encoding: 'windows-1252', end: 2 }))
    expect(await texts(0, 2)).toEqual(['ação', 'não'])
  })

  it('can be changed while its file is emptied', async () => {
    const { path, log, until } = await opened('x\n'.repeat(500_000))
    await until(() => expect(log.state()).toMatchObject({ end: 500_000, indexed: 1_000_000 }))
    truncateSync(path)
    log.setEncoding('utf-16le')
    await until(() => expect(log.state()).toMatchObject({ rotations: 1, encoding: 'utf-16le' }))
    appendFileSync(path, Buffer.from('um\n', 'utf16le'))
    await until(() => expect(log.state().bytes).toBe(6))
  })
})

describe('the tail and the download', () => {
  it('give the last lines over a rotation', async () => {
    const { path, log, until } = await opened(asText(OLD))
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW.slice(0, 2)))
    await until(() => expect(log.state().end).toBe(1002))
    const { lines } = await log.tail(4)
    expect(lines.map((line) => line.text)).toEqual([...OLD.slice(998), ...NEW.slice(0, 2)])
    expect((await log.tail(0)).lines).toEqual([])
  })

  it('give the bytes as they are in the file', async () => {
    const content = `${asText(OLD)}unfinished`
    const { log } = await opened(content)
    expect(await text(log.raw())).toBe(content)
  })
})
