import { appendFileSync, closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAX_LINE_BYTES } from '../../../src/shared/max-line-bytes.ts'
import { openLineClient } from '../../support/line-client.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { serveFiles } from '../../support/serve-files.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function emptyLog(content: string | Uint8Array = '') {
  const path = join(await tempFolder(), 'app.log')
  writeFileSync(path, content)
  const server = await serveFiles(path)
  const client = await openLineClient(server.url, { query: '?tail=all' })
  return { path, server, client }
}

describe('what a line is', () => {
  it('ends at LF or CRLF, and an empty line is a line', async () => {
    const { client } = await emptyLog('one\r\n\r\n\ntwo\n')
    await client.hasExactly(['one', '', '', 'two'])
  })

  it('turns a lone CR into a line break within data', async () => {
    const { client } = await emptyLog('10%\r50%\r100%\n\rfirst\nlast\r\r\n')
    await client.hasExactly(['10%\n50%\n100%', '\nfirst', 'last\n'])
  })

  it('is held back until it is finished', async () => {
    const { path, client } = await emptyLog('begun')
    appendFileSync(path, ' and done\nnext\n')
    await client.hasExactly(['begun and done', 'next'])
  })

  it('looks like a field of the stream and stays text', async () => {
    const lines = [
      'data: x',
      'id: 7',
      'event: gap',
      'retry: 1',
      ': comment',
      '',
      ' leading blank',
      'data:',
      ':',
    ]
    const { client } = await emptyLog(asText(lines))
    await client.hasExactly(lines)
    expect(client.events).toEqual([])
  })
})

describe('characters', () => {
  it('keeps a character that is written byte by byte whole', async () => {
    const { path, client } = await emptyLog()
    const text = 'ação € 🚀 漢字'
    const file = openSync(path, 'a')
    for (const byte of Buffer.from(`${text}\n`)) writeSync(file, Uint8Array.of(byte))
    closeSync(file)
    await client.hasExactly([text])
  })

  it('replaces what is no UTF-8 and keeps the neighbours', async () => {
    const bytes = Buffer.concat([
      Buffer.from('before\n['),
      Buffer.from([0xff, 0xfe, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0x80]),
      Buffer.from(']\nafter\n'),
    ])
    const { client } = await emptyLog(bytes)
    await client.hasExactly(['before', `[${'\ufffd'.repeat(8)}]`, 'after'])
  })

  it('drops the byte order mark of UTF-8, at the start only', async () => {
    const { path, client } = await emptyLog('\ufefffirst\n')
    appendFileSync(path, '\ufeffsecond\n')
    await client.hasExactly(['first', '\ufeffsecond'])
  })

  it.each(['le', 'be'] as const)('reads UTF-16 %s by its mark, also as it grows', async (order) => {
    const lines = ['olá', '\u0a00\u000b\u0d0a', '🚀 end']
    const encode = (text: string) => {
      const bytes = Buffer.from(text, 'utf16le')
      return order === 'le' ? bytes : bytes.swap16()
    }
    const { path, client } = await emptyLog(encode('\ufefffirst\r\n'))
    await client.hasExactly(['first'])
    const file = openSync(path, 'a')
    for (const byte of encode(asText(lines))) writeSync(file, Uint8Array.of(byte))
    closeSync(file)
    await client.hasExactly(['first', ...lines])
  })

  it('waits quietly for the other half of a unit', async () => {
    const { path, server, client } = await emptyLog(Buffer.from('\ufeffone\n', 'utf16le'))
    await client.hasExactly(['one'])
    const [first, ...rest] = Buffer.from('two\n', 'utf16le')
    appendFileSync(path, Uint8Array.of(first ?? 0))
    // A server that looked again and again would not answer.
    for (let turn = 0; turn < 20; turn++)
      expect((await fetch(new URL('healthz', server.url))).ok).toBe(true)
    appendFileSync(path, Uint8Array.from(rest))
    await client.hasExactly(['one', 'two'])
  })

  it('keeps NULs within a line and drops a hole before one', async () => {
    const { client } = await emptyLog(`a\0b\n${'\0'.repeat(300_000)}after the hole\n`)
    await client.hasExactly(['a\0b', 'after the hole'])
  })
})

describe('long lines', () => {
  it('arrive unchanged around every size of a buffer', async () => {
    const { path, client } = await emptyLog()
    const sizes = [4096, 16_384, 65_536, 262_144, 1_048_576, MAX_LINE_BYTES].flatMap((size) => [
      size - 1,
      size,
    ])
    const lines = sizes.map((size, at) => `${at} `.padEnd(size, 'z'))
    for (const line of lines) appendFileSync(path, `${line}\n`)
    await client.hasExactly(lines)
  })

  it('are cut at the bound and marked, and the next line is whole', async () => {
    const { client } = await emptyLog(`${'x'.repeat(MAX_LINE_BYTES + 1000)}\nnext\n`)
    await client.hasExactly([
      `${'x'.repeat(MAX_LINE_BYTES)} [… ${MAX_LINE_BYTES + 1000} bytes, cut by Rastro]`,
      'next',
    ])
  })

  it('of a hundred megabytes pass in bounded memory', async () => {
    const { path, client } = await emptyLog()
    const before = process.memoryUsage().rss
    const file = openSync(path, 'a')
    const part = Buffer.alloc(1024 * 1024, 'y')
    for (let written = 0; written < 100; written++) writeSync(file, part)
    writeSync(file, '\nnext\n')
    closeSync(file)
    await expect.poll(() => client.texts.at(-1), { timeout: 30_000 }).toBe('next')
    expect(client.lines).toHaveLength(2)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  }, 60_000)
})

describe('where the stream starts', () => {
  it('is ten lines before the end, as tail -f does', async () => {
    const lines = numberedLines('line', 25)
    const { server } = await emptyLog(asText(lines))
    const client = await openLineClient(server.url)
    await client.hasExactly(lines.slice(-10))
  })

  it.each([
    ['?tail=0', 0],
    ['?tail=3', 3],
    ['?tail=25', 25],
    ['?tail=1000', 25],
    ['?tail=all', 25],
  ])('is where %s says', async (query, count) => {
    const lines = numberedLines('line', 25)
    const { path, server } = await emptyLog(asText(lines))
    const client = await openLineClient(server.url, { query })
    await client.hasExactly(count === 0 ? [] : lines.slice(-count))
    appendFileSync(path, 'live\n')
    await client.hasExactly([...(count === 0 ? [] : lines.slice(-count)), 'live'])
  })

  it('counts back over a rotation', async () => {
    const { path, server, client } = await emptyLog(asText(numberedLines('old', 20)))
    await client.hasExactly(numberedLines('old', 20))
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(['new 0', 'new 1']))
    await client.hasExactly([...numberedLines('old', 20), 'new 0', 'new 1'])
    const second = await openLineClient(server.url, { query: '?tail=5' })
    await second.hasExactly([...numberedLines('old', 20).slice(-3), 'new 0', 'new 1'])
  })

  it('is refused with a sentence when it makes no sense', async () => {
    const { server } = await emptyLog()
    for (const query of ['?tail=-1', '?tail=x', '?tail=99999999', '?tail=']) {
      const answer = await fetch(new URL(`stream-logs${query}`, server.url))
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('tail must be')
    }
  })

  it('sends only lines that hold the filter, with their own cursors', async () => {
    const { path, server } = await emptyLog('ERROR one\nINFO two\nERROR three\n')
    const client = await openLineClient(server.url, { query: '?tail=all&filter=ERROR' })
    await client.hasExactly(['ERROR one', 'ERROR three'])
    appendFileSync(path, 'INFO four\nERROR five\n')
    await client.hasExactly(['ERROR one', 'ERROR three', 'ERROR five'])
    const rest = await openLineClient(server.url, { lastEventId: client.lines[1]?.id ?? '' })
    await rest.hasExactly(['INFO four', 'ERROR five'])
  })
})
