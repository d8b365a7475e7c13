import { appendFile, open, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type LinePart, linePart, MAX_LINE_PART_BYTES } from '../../../src/shared/line-part.ts'
import { ask } from '../../support/ask.ts'
import { encodeText } from '../../support/encode-text.ts'
import { PATIENCE } from '../../support/patience.ts'
import { startTestServer } from '../../support/start-test-server.ts'

/** A server with one log, whose lines are counted. */
async function startWithLog(
  content: Uint8Array | string | ((file: string) => Promise<void>),
  lines: number,
) {
  const { server, port, folder } = await startTestServer()
  const file = join(folder, 'app.log')
  if (typeof content === 'function') await content(file)
  else await writeFile(file, content)
  const path = `/api/logs/${server.openFile(file)}`
  const get = async (rest: string) => {
    const { status, text } = await ask(port, { path: `${path}/${rest}` })
    return { status, body: JSON.parse(text) }
  }
  const counted = async () => expect((await get('lines?from=0&to=1')).body.end).toBe(lines)
  await vi.waitFor(counted, PATIENCE)
  const part = async (number: number, from: number, bytes: number): Promise<LinePart> => {
    const { status, body } = await get(`line?number=${number}&from=${from}&bytes=${bytes}`)
    expect(status).toBe(200)
    return linePart.parse(body)
  }
  const whole = async (number: number, bytes: number): Promise<string> => {
    let text = ''
    for (let from = 0; ; ) {
      const answer = await part(number, from, bytes)
      expect(answer.from).toBe(from)
      text += answer.text
      if (answer.to === answer.bytes) return text
      expect(answer.to).toBeGreaterThan(from)
      from = answer.to
    }
  }
  return { file, path, port, get, part, whole }
}

/** Characters of 1 to 4 bytes, so that the borders of the parts fall into all of them. */
const MIXED = 'aé€😀b'

describe('GET /api/logs/:id/line', () => {
  it('answers a line of 5 MB in parts that together are the line', async () => {
    const long = MIXED.repeat(Math.ceil(5_000_000 / Buffer.byteLength(MIXED)))
    const { part, whole } = await startWithLog(`before\n${long}\r\nafter\n`, 3)
    expect((await whole(1, 999_983)) === long).toBe(true)
    const most = await part(1, 0, 64 * MAX_LINE_PART_BYTES)
    expect(most.to).toBeGreaterThan(MAX_LINE_PART_BYTES - 4)
    expect(most.to).toBeLessThanOrEqual(MAX_LINE_PART_BYTES)
    expect(most.bytes).toBe(Buffer.byteLength(long))
    expect(await part(2, 0, 1000)).toEqual({ text: 'after', from: 0, to: 5, bytes: 5 })
  })

  it.each(['utf-16le', 'utf-16be'] as const)(
    'cuts no character of %s',
    async (encoding) => {
      const line = MIXED.repeat(100)
      const bytes = encodeText(`\ufeff${line}\r\n${line}\n`, encoding)
      const { part, whole } = await startWithLog(bytes, 2)
      for (const size of [1, 5, 101, 100_000]) expect(await whole(1, size)).toBe(line)
      expect(await whole(0, 103)).toBe(line)
      // In the middle of the pair that is the fourth character.
      expect(await part(1, 9, 8)).toEqual({ text: '😀ba', from: 6, to: 14, bytes: 1200 })
    },
    20_000,
  )

  it('goes back to the beginning of the character in which `from` lies', async () => {
    const { part } = await startWithLog(`${MIXED}\n`, 1)
    for (const from of [6, 7, 8, 9]) {
      expect(await part(0, from, 4)).toEqual({ text: '😀', from: 6, to: 10, bytes: 11 })
    }
    expect(await part(0, 10, 4)).toEqual({ text: 'b', from: 10, to: 11, bytes: 11 })
    expect(await part(0, 4, 5)).toEqual({ text: '€', from: 3, to: 6, bytes: 11 })
  })

  it('leaves out a byte order mark and a hole', async () => {
    const hole = Buffer.alloc(1_500_000)
    const content = Buffer.concat([Buffer.from('\ufefffirst\n'), hole, Buffer.from('text\n')])
    const { part } = await startWithLog(content, 2)
    expect(await part(0, 0, 100)).toEqual({ text: 'first', from: 0, to: 8, bytes: 8 })
    expect(await part(1, 0, 100)).toEqual({
      text: 'text',
      from: 0,
      to: 1_500_004,
      bytes: 1_500_004,
    })
  })

  it('searches for the end of a long hole instead of reading it', async () => {
    const size = 600_000_000
    const { part, get } = await startWithLog(async (file) => {
      const handle = await open(file, 'w')
      await handle.write('behind the hole\nlast\n', size)
      await handle.close()
    }, 2)
    const bytes = size + 'behind the hole'.length
    expect((await get('lines?from=0&to=2')).body.lines).toEqual([
      { text: 'behind the hole', bytes, cut: false },
      { text: 'last', bytes: 4, cut: false },
    ])
    expect(await part(0, 0, 100)).toEqual({ text: 'behind the hole', from: 0, to: bytes, bytes })
  })

  it('answers the last line of a rotated file, which has no line feed', async () => {
    const { file, part, get } = await startWithLog('one\n', 1)
    await appendFile(file, 'the last one')
    await rename(file, `${file}.1`)
    await writeFile(file, 'new\n')
    // It becomes a line when nobody has written to the old file for a while: after the first new one.
    const counted = async () => expect((await get('lines?from=0&to=9')).body.end).toBe(3)
    await vi.waitFor(counted, PATIENCE)
    expect(await part(1, 0, 100)).toEqual({ text: 'new', from: 0, to: 3, bytes: 3 })
    expect(await part(2, 4, 100)).toEqual({ text: 'last one', from: 4, to: 12, bytes: 12 })
  }, 15_000)

  it('answers nothing beyond the end of the line, and of an empty one', async () => {
    const { part } = await startWithLog('four\n\n', 2)
    expect(await part(0, 9, 100)).toEqual({ text: '', from: 4, to: 4, bytes: 4 })
    expect(await part(1, 0, 100)).toEqual({ text: '', from: 0, to: 0, bytes: 0 })
  })

  it('says that there is no such line, or no such log', async () => {
    const { get, port } = await startWithLog('one\n', 1)
    expect(await get('line?number=1&from=0&bytes=9')).toEqual({
      status: 404,
      body: { error: 'not-found', detail: 'There is no line of this number.' },
    })
    const path = '/api/logs/none/line?number=0&from=0&bytes=9'
    expect((await ask(port, { path })).status).toBe(404)
  })

  it('says that the bytes are gone when the file was emptied', async () => {
    const long = 'x'.repeat(3_000_000)
    const { file, get } = await startWithLog(`${long}\n${long}\n`, 2)
    await truncate(file, 0)
    const refused = async () =>
      expect(await get('line?number=0&from=0&bytes=9')).toMatchObject({
        status: 409,
        body: { error: 'not-available', detail: expect.stringMatching(/gone/) },
      })
    await vi.waitFor(refused, PATIENCE)
  })

  it.each([
    'from=0&bytes=9',
    'number=0&bytes=9',
    'number=0&from=0',
    'number=-1&from=0&bytes=9',
    'number=0&from=x&bytes=9',
    'number=0&from=0&bytes=0',
    'number=0&from=0.5&bytes=1e3',
    'number=99999999999999999&from=0&bytes=9',
  ])('refuses ?%s with a sentence', async (query) => {
    const { get } = await startWithLog('one\n', 1)
    const { status, body } = await get(`line?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: 'bad-request', detail: expect.stringMatching(/^The /) })
  })
})
