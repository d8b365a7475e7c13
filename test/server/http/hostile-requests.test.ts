import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ask } from '../../support/ask.ts'
import { rawExchange } from '../../support/raw-exchange.ts'
import { startTestServer } from '../../support/start-test-server.ts'

const PATIENCE = { timeout: 25_000, interval: 20 }

async function expectAlive(port: number): Promise<void> {
  expect((await ask(port, { path: '/healthz' })).status).toBe(200)
}

describe('junk on the socket', () => {
  const host = 'Host: 127.0.0.1:PORT\r\n'
  it.each([
    ['HTTP/9.9', 'GET / HTTP/9.9\r\n\r\n'],
    ['HTTP/0.9', 'GET /\r\n\r\n'],
    ['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS hello', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['empty lines and then nothing known', `${'\r\n'.repeat(1000)}FOO / HTTP/1.1\r\n${host}\r\n`],
    ['unknown method', `FOO / HTTP/1.1\r\n${host}\r\n`],
    ['method in lower case', `get / HTTP/1.1\r\n${host}\r\n`],
    [
      'both lengths',
      `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    ],
    [
      'two lengths',
      `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
    ],
    ['negative length', `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`],
    [
      'huge length',
      `POST /api/logs HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n`,
    ],
    ['unknown coding', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: gzip\r\n\r\n`],
    ['folded header', `GET / HTTP/1.1\r\n${host}X: a\r\n b\r\n\r\n`],
    ['header without colon', `GET / HTTP/1.1\r\n${host}nonsense\r\n\r\n`],
    ['blank before the colon', `GET / HTTP/1.1\r\nHost : 127.0.0.1:PORT\r\n\r\n`],
    ['NUL in a header', `GET / HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`],
    ['lone LF', `GET / HTTP/1.1\nHost: 127.0.0.1:PORT\nX: a\rb\n\n`],
    ['blank in the target', `GET /a b HTTP/1.1\r\n${host}\r\n`],
    ['absolute target', `GET http://127.0.0.1:PORT/healthz HTTP/1.1\r\n${host}\r\n`],
    ['absolute foreign target', `GET http://evil.example/healthz HTTP/1.1\r\n${host}\r\n`],
    ['asterisk target', `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
    ['CONNECT', `CONNECT 127.0.0.1:80 HTTP/1.1\r\n${host}\r\n`],
    ['TRACE', `TRACE / HTTP/1.1\r\n${host}\r\n`],
    [
      'foreign expectation',
      `POST / HTTP/1.1\r\n${host}Expect: the-unexpected\r\nConnection: close\r\n\r\n`,
    ],
    ['long target', `GET /stream-logs?${'q'.repeat(32_768)} HTTP/1.1\r\n${host}\r\n`],
    ['long header', `GET /healthz HTTP/1.1\r\n${host}X: ${'a'.repeat(65_536)}\r\n\r\n`],
    ['ten thousand headers', `GET /healthz HTTP/1.1\r\n${host}${'X: a\r\n'.repeat(10_000)}\r\n`],
    [
      '10 MB of header',
      `GET /healthz HTTP/1.1\r\n${host}X: ${'a'.repeat(10 * 1024 * 1024)}\r\n\r\n`,
    ],
  ])('%s is refused or cut off', async (_, bytes) => {
    const { port } = await startTestServer()
    const { status, text } = await rawExchange(port, bytes.replaceAll('PORT', String(port)))
    if (status !== null) expect(status).toSatisfy((code: number) => code >= 400 && code < 500)
    expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|x-powered-by/i)
    await expectAlive(port)
  })

  it('says what was too long', async () => {
    const { port } = await startTestServer()
    const { status } = await rawExchange(port, `GET /?${'q'.repeat(17_000)} HTTP/1.1\r\n\r\n`)
    expect(status).toBe(431)
  })

  it('does not write into an answer that began', async () => {
    const { port } = await startTestServer()
    const request = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (piece) => {
      text += piece.toString('latin1')
    })
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('error', () => undefined)
    socket.write(request)
    await vi.waitUntil(() => text.endsWith('ok\n'), PATIENCE)
    socket.write('junk\r\n\r\n')
    await closed
    expect(text.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })
})

describe('a path', () => {
  it.each([
    '/does-not-exist-<script>alert(1)</script>',
    '/%3Cscript%3Ealert(1)%3C/script%3E',
    '/%E0%A4%A',
    '/%',
    '/stream-logs/%ff',
    '/stream-logsx',
    '/STREAM-LOGS',
    '/stream-logs/',
    '/api',
    '/api/',
    '/api/logs/<img src=x onerror=1>',
    '/api/logs/__proto__',
    '/api/logs/constructor/lines?from=0&to=1',
    '/api/logs/%00',
    '/index.html',
    '//evil.example/?token=x',
    '/\\evil.example',
  ])('%s is refused without a stack, a banner or markup', async (path) => {
    const { port } = await startTestServer()
    const reply = await ask(port, { path: path.replaceAll(' ', '%20') })
    expect(reply.status).toSatisfy((code: number) => code >= 400 && code < 500)
    expect(reply.headers['x-powered-by']).toBeUndefined()
    expect(reply.headers['content-type']).not.toMatch(/html/)
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    expect(reply.text).not.toMatch(/<|node_modules|URIError|\bat \//)
  })

  it('with markup in its query gets the page without it', async () => {
    const { port } = await startTestServer()
    const reply = await ask(port, { path: '/?%3Cimg%20src=x%20onerror=1%3E=1' })
    expect(reply.status).toBe(200)
    expect(reply.text).not.toContain('onerror')
  })
})

describe('a wrong method', () => {
  it.each([
    ['POST', '/'],
    ['PUT', '/'],
    ['POST', '/healthz'],
    ['POST', '/stream-logs'],
    ['DELETE', '/stream-logs'],
    ['OPTIONS', '/stream-logs'],
    ['TRACE', '/stream-logs'],
    ['PROPFIND', '/stream-logs'],
    ['POST', '/api/events'],
    ['PUT', '/api/logs'],
    ['DELETE', '/api/logs'],
    ['GET', '/api/logs/x'],
    ['POST', '/api/logs/x/lines'],
    ['DELETE', '/api/logs/x/raw'],
    ['GET', '/api/generator'],
    ['PATCH', '/api/generator'],
  ])('%s %s is refused with those that are right', async (method, path) => {
    const { port } = await startTestServer()
    const reply = await ask(port, { method, path, headers: { 'X-HTTP-Method-Override': 'GET' } })
    expect(reply.status).toBe(405)
    expect(reply.headers.allow).toMatch(/^[A-Z, ]+$/)
    expect(reply.headers.allow?.split(', ')).not.toContain(method)
  })
})

describe('a body', () => {
  const head = (port: number, line: string, more: string) =>
    `${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${more}\r\n`

  it('that is announced too large is refused by its header', async () => {
    const { port } = await startTestServer()
    const more = 'Content-Type: application/json\r\nContent-Length: 1073741824\r\n'
    const { status, text } = await rawExchange(port, head(port, 'POST /api/logs', more))
    expect(status).toBe(413)
    expect(text).toContain('"too-large"')
  })

  it.each(['POST /api/logs', 'POST /stream-logs', 'PUT /nothing', 'POST /api/generator'])(
    'without end is not read on: %s',
    async (line) => {
      const { port } = await startTestServer()
      const more = 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n'
      const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
      const socket = connect(port, '127.0.0.1')
      onTestFinished(() => void socket.destroy())
      let answer = ''
      socket.on('data', (piece) => {
        answer += piece.toString('latin1')
      })
      socket.on('error', () => undefined)
      const closed = new Promise((resolve) => socket.on('close', resolve))
      socket.write(head(port, line, more))
      const pour = () => {
        while (!socket.destroyed && socket.write(chunk));
      }
      socket.on('drain', pour)
      pour()
      await closed
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
      await expectAlive(port)
    },
  )

  it('is not taken by a GET', async () => {
    const { port } = await startTestServer()
    const reply = await ask(port, {
      path: '/stream-logs',
      body: 'x',
      headers: { 'Content-Length': '1' },
    })
    expect(reply.status).toBe(400)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('must be JSON, not %j', async (type) => {
    const { port } = await startTestServer({ dataFolder: '/nowhere' })
    const headers = { 'Content-Type': type }
    const body = '{"kind":"remote","url":"http://127.0.0.1:1/"}'
    const reply = await ask(port, { method: 'POST', path: '/api/logs', headers, body })
    expect(reply.status).toBe(415)
  })

  it('may not be compressed', async () => {
    const { port } = await startTestServer()
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
    const reply = await ask(port, { method: 'POST', path: '/api/logs', headers, body: 'x' })
    expect(reply.status).toBe(415)
  })
})

describe('many connections', () => {
  function openSilent(port: number, count: number, bytes: string): readonly Socket[] {
    const sockets = Array.from({ length: count }, () => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => undefined)
      // Only a socket that is read from sees its end.
      socket.resume()
      socket.write(bytes)
      return socket
    })
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
    })
    return sockets
  }

  it('with half a header keep nobody out, and are ended', async () => {
    const { port } = await startTestServer()
    const half = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: `
    const sockets = openSilent(port, 100, half)
    await expectAlive(port)
    await vi.waitUntil(() => sockets.every((socket) => socket.closed), PATIENCE)
  })

  it('more than there may be push out the oldest silent ones', async () => {
    const { port } = await startTestServer()
    const [first] = openSilent(port, 1, '')
    const flood = openSilent(port, 2100, '')
    await vi.waitUntil(() => first?.closed === true, PATIENCE)
    await expectAlive(port)
    expect(flood.at(-1)?.destroyed).toBe(false)
  })
})
