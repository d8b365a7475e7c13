import {
  appendFileSync,
  copyFileSync,
  renameSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLineClient } from '../../support/line-client.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { serveFiles } from '../../support/serve-files.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const OLD = numberedLines('old', 20)
const NEW = numberedLines('new', 20)

/** A server whose log has OLD, and the cursors of its lines. */
async function served() {
  const path = join(await tempFolder(), 'app.log')
  writeFileSync(path, asText(OLD))
  const server = await serveFiles(path)
  const client = await openLineClient(server.url, { query: '?tail=all' })
  await client.hasExactly(OLD)
  const cursors = client.lines.map((line) => line.id)
  client.close()
  return { path, server, cursors, cursor: (at: number) => cursors[at] ?? 'no such line' }
}

describe('cursors', () => {
  it('are short, unique, grow with the file and need no preflight', async () => {
    const { cursors } = await served()
    expect(new Set(cursors).size).toBe(OLD.length)
    const offsets = cursors.map((cursor) => Number(cursor.split('-')[1]))
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    expect(new Set(cursors.map((cursor) => cursor.split('-')[0])).size).toBe(1)
    for (const cursor of cursors) expect(cursor).toMatch(/^[0-9a-z.]{1,100}-\d{1,16}$/)
  })
})

describe('resuming', () => {
  it('goes on strictly after the line, by header and by parameter', async () => {
    const { server, cursor } = await served()
    const byHeader = await openLineClient(server.url, { lastEventId: cursor(11) })
    await byHeader.hasExactly(OLD.slice(12))
    const byParameter = await openLineClient(server.url, { query: `?lastEventId=${cursor(17)}` })
    await byParameter.hasExactly(OLD.slice(18))
    const header = await openLineClient(server.url, {
      query: `?lastEventId=${cursor(0)}`,
      lastEventId: cursor(18),
    })
    await header.hasExactly(OLD.slice(19))
  })

  it('sends nothing again after the last line', async () => {
    const { path, server, cursor } = await served()
    const client = await openLineClient(server.url, { lastEventId: cursor(19) })
    appendFileSync(path, asText(NEW))
    await client.hasExactly(NEW)
  })

  it('crosses a rotation that happened meanwhile', async () => {
    const { path, server, cursor } = await served()
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW))
    const client = await openLineClient(server.url, { lastEventId: cursor(4) })
    await client.hasExactly([...OLD.slice(5), ...NEW])
    expect(client.events.map((event) => event.name)).toEqual(['rotated'])
  })

  it('crosses the deletion of a file that is still held', async () => {
    const { path, server, cursor } = await served()
    unlinkSync(path)
    writeFileSync(path, asText(NEW))
    const client = await openLineClient(server.url, { lastEventId: cursor(4) })
    await client.hasExactly([...OLD.slice(5), ...NEW])
  })

  it('tells a gap when the bytes were truncated away', async () => {
    const { path, server, cursor } = await served()
    // More than what is held of the newest bytes.
    const long = numberedLines('x'.repeat(1000), 6000)
    const reader = await openLineClient(server.url, { query: '?tail=0' })
    appendFileSync(path, asText(long))
    await reader.hasExactly(long)
    truncateSync(path, 0)
    appendFileSync(path, asText(NEW))
    await reader.hasExactly([...long, ...NEW])
    const client = await openLineClient(server.url, { lastEventId: cursor(4) })
    const gap = await client.hears('gap')
    expect(JSON.parse(gap.data)).toMatchObject({ reason: 'truncated' })
    expect(JSON.parse(gap.data).bytes).toBeGreaterThan(6_000_000)
    await client.hasExactly(NEW)
  })

  it('tells how many lines a slow client lost', async () => {
    const path = join(await tempFolder(), 'app.log')
    writeFileSync(path, '')
    const server = await serveFiles(path)
    const slow = await openLineClient(server.url)
    slow.pause()
    const live = await openLineClient(server.url)
    const long = numberedLines('x'.repeat(1000), 20_000)
    appendFileSync(path, asText(long))
    await live.hasExactly(long)
    truncateSync(path, 0)
    appendFileSync(path, asText(NEW))
    await live.hasExactly([...long, ...NEW])
    slow.resume()
    const gap = JSON.parse((await slow.hears('gap')).data)
    await expect.poll(() => slow.texts.slice(-NEW.length)).toEqual(NEW)
    expect(slow.lines.length + gap.lines).toBe(long.length + NEW.length)
  })

  const strange: readonly string[] = [
    '0',
    '-1',
    'abc',
    '1-2',
    'a.b.c.d-5',
    '1.0.0.0-0',
    '99999999999999999999',
    'zzzzzzzzzzzzz.zz.zzzzzzz.zz-9007199254740991',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '%00',
    '{"a":1}',
    'a'.repeat(5000),
    'é漢🚀',
    '__proto__-1',
  ]
  it.each(strange)('says that %s is no position and goes on live', async (id) => {
    const { path, server } = await served()
    const client = await openLineClient(server.url, {
      lastEventId: Buffer.from(id, 'utf8').toString('latin1'),
    })
    expect(client.status).toBe(200)
    await client.hears('gap')
    appendFileSync(path, asText(NEW))
    await expect.poll(() => client.texts.slice(-NEW.length)).toEqual(NEW)
  })

  it('does not start in the middle of a line', async () => {
    const { path, server, cursor } = await served()
    const [generation, offset] = cursor(4).split('-')
    const client = await openLineClient(server.url, {
      lastEventId: `${generation}-${Number(offset) + 2}`,
    })
    await client.hears('gap')
    appendFileSync(path, asText(NEW))
    await client.hasExactly(NEW)
  })
})

describe('resuming after the server was restarted', () => {
  /** Ends the server, lets `change` happen, and asks a new one to go on after line 4. */
  async function restarted(change: (path: string) => void) {
    const { path, server, cursor } = await served()
    await server.close()
    change(path)
    const next = await serveFiles(path)
    const client = await openLineClient(next.url, { lastEventId: cursor(4) })
    return { path, client }
  }

  it('goes on in the same file', async () => {
    const { path, client } = await restarted((file) => appendFileSync(file, asText(NEW)))
    await client.hasExactly([...OLD.slice(5), ...NEW])
    appendFileSync(path, 'live\n')
    await client.hasExactly([...OLD.slice(5), ...NEW, 'live'])
  })

  it('finds the file under the name that a rotation gave it', async () => {
    const { path, client } = await restarted((file) => {
      appendFileSync(file, 'unfinished')
      renameSync(file, `${file}.1`)
      writeFileSync(file, asText(NEW))
    })
    await client.hasExactly([...OLD.slice(5), 'unfinished', ...NEW])
    appendFileSync(path, 'live\n')
    await client.hasExactly([...OLD.slice(5), 'unfinished', ...NEW, 'live'])
  })

  it('reads every file of several rotations', async () => {
    const { client } = await restarted((file) => {
      renameSync(file, `${file}.3`)
      writeFileSync(`${file}.2`, asText(['two']))
      writeFileSync(`${file}.1`, asText(['one']))
      writeFileSync(file, asText(NEW))
    })
    await client.hasExactly([...OLD.slice(5), 'two', 'one', ...NEW])
  })

  it('finds the copy that copytruncate left', async () => {
    const { client } = await restarted((file) => {
      copyFileSync(file, `${file}.1`)
      truncateSync(file, 0)
      appendFileSync(file, asText(NEW))
    })
    await client.hasExactly([...OLD.slice(5), ...NEW])
  })

  it('tells a gap and sends what there is when the file is gone', async () => {
    const { client } = await restarted((file) => {
      unlinkSync(file)
      writeFileSync(file, asText(NEW))
    })
    await client.hears('gap')
    await client.hasExactly(NEW)
  })
})
