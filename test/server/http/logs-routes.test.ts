import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { linesTail, linesWindow, logState, serverState } from '../../../src/shared/protocol.ts'
import { ask } from '../../support/ask.ts'
import { PATIENCE } from '../../support/patience.ts'
import { startTestServer } from '../../support/start-test-server.ts'

async function startWithLog(text: string, name = 'app.log') {
  const started = await startTestServer()
  const file = join(started.folder, name)
  await writeFile(file, text)
  const log = started.server.openFile(file)
  const lines = text.split('\n').length - 1
  await vi.waitUntil(async () => {
    const { logs } = await stateOf(started.port)
    return logs[0]?.end === lines && logs[0].phase.kind === 'following'
  }, PATIENCE)
  return { ...started, file, log, path: `/api/logs/${log}` }
}

async function stateOf(port: number) {
  return serverState.parse(JSON.parse((await ask(port, { path: '/api/logs' })).text))
}

function send(port: number, method: string, path: string, body: unknown) {
  const headers = { 'Content-Type': 'application/json' }
  return ask(port, { method, path, headers, body: JSON.stringify(body) })
}

describe('GET /api/logs', () => {
  it('answers the whole state, which nothing stores', async () => {
    const { port, log } = await startWithLog('one\ntwo\n')
    const reply = await ask(port, { path: '/api/logs' })
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers.etag).toBeUndefined()
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(serverState.parse(JSON.parse(reply.text))).toMatchObject({
      capabilities: { generator: false, remote: false },
      generator: { kind: 'off' },
      logs: [{ id: log, end: 2 }],
    })
  })
})

describe('GET /api/logs/:id/lines', () => {
  it('answers the lines of a window, and what there is of one that reaches beyond', async () => {
    const { port, path } = await startWithLog('one\ntwo\nthree\n')
    const texts = async (query: string) => {
      const { text } = await ask(port, { path: `${path}/lines?${query}` })
      const window = linesWindow.parse(JSON.parse(text))
      return [window.from, ...window.lines.map((line) => line.text)]
    }
    expect(await texts('from=1&to=2')).toEqual([1, 'two'])
    expect(await texts('from=1&to=9007199254740991')).toEqual([1, 'two', 'three'])
    expect(await texts('from=2&to=2')).toEqual([2])
    expect(await texts('to=1&from=0&from=2&_=1')).toEqual([0, 'one'])
  })

  it('cuts a window that is too large', async () => {
    const { port, path } = await startWithLog('x\n'.repeat(5000))
    const { text } = await ask(port, { path: `${path}/lines?from=0&to=5000` })
    expect(linesWindow.parse(JSON.parse(text)).lines).toHaveLength(2000)
  })

  it.each([
    '',
    'from=0',
    'to=1',
    'from=-1&to=1',
    'from=1.5&to=2',
    'from=1e3&to=2000',
    'from=0x1&to=2',
    'from=&to=',
    'from=a&to=b',
    'from=NaN&to=Infinity',
    'from=0&to=9007199254740992',
    'from=0&to=99999999999999999',
    'from=2&to=1',
    'from[]=0&to[]=1',
    'from=%00&to=1',
    'from= 1&to=2',
    'from=%D9%A1&to=2',
  ])('refuses ?%s with a sentence', async (query) => {
    const { port, path } = await startWithLog('one\n')
    const reply = await ask(port, { path: `${path}/lines?${query.replaceAll(' ', '%20')}` })
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.text)).toMatchObject({
      error: 'bad-request',
      detail: expect.stringMatching(/^The parameter /),
    })
  })
})

describe('GET /api/logs/:id/tail', () => {
  it('answers the last lines', async () => {
    const { port, path } = await startWithLog('one\ntwo\nthree\n')
    const { text } = await ask(port, { path: `${path}/tail?lines=2` })
    expect(linesTail.parse(JSON.parse(text)).lines.map((line) => line.text)).toEqual([
      'two',
      'three',
    ])
  })

  it('gives no more than a window, and refuses what is no number', async () => {
    const { port, path } = await startWithLog('x\n'.repeat(3000))
    const { text } = await ask(port, { path: `${path}/tail?lines=3000` })
    expect(linesTail.parse(JSON.parse(text)).lines).toHaveLength(2000)
    expect((await ask(port, { path: `${path}/tail` })).status).toBe(400)
    expect((await ask(port, { path: `${path}/tail?lines=all` })).status).toBe(400)
  })
})

describe('GET /api/logs/:id/raw', () => {
  it('sends the bytes as they are, as a download', async () => {
    const { port, path } = await startWithLog('<script>alert(1)</script>\r\nção\n')
    const reply = await ask(port, { path: `${path}/raw` })
    expect(reply.text).toBe('<script>alert(1)</script>\r\nção\n')
    expect(reply.headers).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': 'attachment; filename=app.log',
      'x-content-type-options': 'nosniff',
    })
  })

  it('names a file that ASCII cannot name as RFC 8187 says', async () => {
    const { port, path } = await startWithLog('x\n', 'registro é "novo".log')
    const { headers } = await ask(port, { path: `${path}/raw` })
    expect(headers['content-disposition']).toContain(
      "filename*=UTF-8''registro%20%C3%A9%20_novo_.log",
    )
  })

  it('sends a large file whole to a client that reads slowly, and ends with who leaves', async () => {
    const line = `${'x'.repeat(999)}\n`
    const { port, path, file } = await startWithLog(line)
    await appendFile(file, line.repeat(20_000))
    await vi.waitUntil(async () => (await stateOf(port)).logs[0]?.bytes === 20_001_000, PATIENCE)
    const { text } = await ask(port, { path: `${path}/raw` })
    expect(text).toHaveLength(20_001_000)
  })

  it('answers HEAD without reading', async () => {
    const { port, path } = await startWithLog('x\n')
    const reply = await ask(port, { method: 'HEAD', path: `${path}/raw` })
    expect(reply).toMatchObject({ status: 200, text: '' })
  })
})

describe('PATCH /api/logs/:id', () => {
  it('changes the encoding', async () => {
    const { port, path } = await startWithLog('x\n')
    const reply = await send(port, 'PATCH', path, { encoding: 'windows-1252' })
    expect(reply.status).toBe(200)
    expect(logState.parse(JSON.parse(reply.text)).id).toBe(path.split('/').at(-1))
    await vi.waitUntil(
      async () => (await stateOf(port)).logs[0]?.encoding === 'windows-1252',
      PATIENCE,
    )
  })

  it.each([
    {},
    { encoding: 'ebcdic' },
    { encoding: 'utf-8', path: '/etc/passwd' },
    [],
    null,
    'utf-8',
    JSON.parse('{"encoding":"utf-8","__proto__":{"admin":true}}'),
  ])('refuses %j', async (body) => {
    const { port, path } = await startWithLog('x\n')
    const reply = await send(port, 'PATCH', path, body)
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.text).error).toBe('bad-request')
  })
})

describe('DELETE /api/logs/:id', () => {
  it('closes a log once, and leaves its file', async () => {
    const { port, path, file } = await startWithLog('x\n')
    expect((await ask(port, { method: 'DELETE', path })).status).toBe(204)
    expect((await ask(port, { method: 'DELETE', path })).status).toBe(404)
    expect((await stateOf(port)).logs).toEqual([])
    await appendFile(file, 'still there\n')
  })
})

describe('POST /api/logs', () => {
  const remote = (url: unknown) => ({ kind: 'remote', url })

  it.each([
    ['file:///etc/passwd', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
    ['data:text/event-stream,data: x', 'url-scheme'],
    ['ftp://127.0.0.1/', 'url-scheme'],
    ['view-source:http://127.0.0.1:1/', 'url-scheme'],
    ['blob:http://127.0.0.1/x', 'url-scheme'],
    ['http://user:pw@127.0.0.1:1/', 'url-credentials'],
    ['http://user@127.0.0.1:1/', 'url-credentials'],
    ['http://127.0.0.1:1/\r\nHost: evil', 'url-invalid'],
    ['http://', 'url-invalid'],
    ['', 'url-invalid'],
    ['http://127.0.0.1:99999/', 'url-invalid'],
  ])('refuses %j as %s', async (url, error) => {
    const { port, folder } = await startTestServer()
    const { port: remotes } = await startTestServer({ dataFolder: join(folder, 'data') })
    const reply = await send(remotes, 'POST', '/api/logs', remote(url))
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.text).error).toBe(error)
    expect((await stateOf(remotes)).logs).toEqual([])
    expect(port).not.toBe(remotes)
  })

  it.each(['127.0.0.1', 'localhost', '[::1]', '127.1', '0.0.0.0', '0x7f000001', 'x.localhost'])(
    'refuses its own address under the name %s',
    async (name) => {
      const { folder } = await startTestServer()
      const { port } = await startTestServer({ dataFolder: join(folder, 'data') })
      const url = `http://${name}:${port}/stream-logs`
      const reply = await send(port, 'POST', '/api/logs', remote(url))
      expect(JSON.parse(reply.text).error).toBe('url-self')
    },
  )

  it.each([
    { kind: 'file', path: '/etc/passwd' },
    { kind: 'remote' },
    { kind: 'remote', url: 7 },
    { kind: 'remote', url: `http://127.0.0.1:1/${'x'.repeat(8192)}` },
    { kind: 'remote', url: 'http://127.0.0.1:1/', path: '/etc/passwd' },
  ])('opens nothing else: %j', async (body) => {
    const { folder } = await startTestServer()
    const { port } = await startTestServer({ dataFolder: join(folder, 'data') })
    const reply = await send(port, 'POST', '/api/logs', body)
    expect(reply.status).toBe(400)
    expect((await stateOf(port)).logs).toEqual([])
  })

  it.each(['', '{', '{"kind":"remote"', 'null', '[]', '"x"', 'NaN'])(
    'refuses the body %j',
    async (body) => {
      const { folder } = await startTestServer()
      const { port } = await startTestServer({ dataFolder: join(folder, 'data') })
      const headers = { 'Content-Type': 'application/json' }
      const reply = await ask(port, { method: 'POST', path: '/api/logs', headers, body })
      expect(reply.status).toBe(400)
    },
  )

  it('is not available without a folder for what comes', async () => {
    const { port } = await startTestServer()
    const reply = await send(port, 'POST', '/api/logs', remote('http://127.0.0.1:1/'))
    expect(reply.status).toBe(409)
    expect(JSON.parse(reply.text).error).toBe('not-available')
  })

  it('connects to the stream of another server, once for each address', async () => {
    const { port: source, file } = await startWithLog('one\ntwo\n')
    const { folder } = await startTestServer()
    const { port } = await startTestServer({ dataFolder: join(folder, 'data') })
    const url = `http://127.0.0.1:${source}`
    const reply = await send(port, 'POST', '/api/logs', remote(url))
    expect(reply.status).toBe(200)
    const { id } = logState.parse(JSON.parse(reply.text))
    await send(port, 'POST', '/api/logs', remote(url))
    await appendFile(file, 'three\n')
    await vi.waitUntil(async () => (await stateOf(port)).logs[0]?.end === 3, { timeout: 20_000 })
    expect((await stateOf(port)).logs).toHaveLength(1)
    const { text } = await ask(port, { path: `/api/logs/${id}/lines?from=0&to=9` })
    expect(linesWindow.parse(JSON.parse(text)).lines.map((line) => line.text)).toEqual([
      'one',
      'two',
      'three',
    ])
  })
})
