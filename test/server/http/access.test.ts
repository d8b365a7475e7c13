import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, askHead } from '../../support/ask.ts'
import { rawExchange } from '../../support/raw-exchange.ts'
import { startTestServer } from '../../support/start-test-server.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const EVERY_PLACE = [
  '/',
  '/icon.svg',
  '/assets/main-C0FFEE.js',
  '/examples/client.html',
  '/stream-logs',
  '/api/events',
  '/api/logs',
  '/api/logs/x/lines?from=0&to=1',
  '/healthz',
  '/nothing',
]

describe('a foreign Host', () => {
  it.each(EVERY_PLACE)('is refused at %s', async (path) => {
    const { port } = await startTestServer()
    const reply = await ask(port, { path, headers: { Host: `evil.example:${port}` } })
    expect(reply.status).toBe(403)
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each([
    { 'X-Forwarded-Host': '127.0.0.1' },
    { 'X-Forwarded-For': '127.0.0.1' },
    { Forwarded: 'host=127.0.0.1' },
    { 'X-HTTP-Method-Override': 'GET' },
    { 'X-Original-URL': '/healthz' },
    { 'X-Rewrite-URL': '/healthz' },
    { 'X-Host': '127.0.0.1' },
  ])('is not made good by %j', async (extra) => {
    const { port } = await startTestServer()
    const headers = { Host: 'evil.example', ...extra }
    expect((await ask(port, { path: '/stream-logs', headers })).status).toBe(403)
  })

  it('is refused without a Host and with two', async () => {
    const { port } = await startTestServer()
    const hosts = [
      '',
      `Host: 127.0.0.1:${port}\r\nHost: evil.example\r\n`,
      `Host: 127.0.0.1:${port}\r\nHost: 127.0.0.1:${port}\r\n`,
    ]
    for (const lines of hosts) {
      for (const version of ['1.0', '1.1']) {
        const { status } = await rawExchange(port, `GET /healthz HTTP/${version}\r\n${lines}\r\n`)
        expect(status, `${version} ${lines}`).toBe(400)
      }
    }
  })
})

describe('a foreign Origin', () => {
  it.each(EVERY_PLACE)('is refused at %s', async (path) => {
    const { port } = await startTestServer({ allowOrigins: ['https://viewer.example'] })
    for (const Origin of ['null', 'https://evil.example', 'https://viewer.example.evil.example']) {
      const reply = await ask(port, { path, headers: { Origin } })
      expect(reply.status, Origin).toBe(403)
      expect(reply.headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('cannot change anything', async () => {
    const { port, folder, server } = await startTestServer({ generatorFile: '/nowhere/teste.log' })
    const log = server.openFile(join(folder, 'app.log'))
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      expect((await ask(port, { method: 'POST', path: '/api/generator', headers })).status).toBe(
        403,
      )
      const path = `/api/logs/${log}`
      expect((await ask(port, { method: 'DELETE', path, headers })).status).toBe(403)
    }
    const { text } = await ask(port, { path: '/api/logs' })
    expect(JSON.parse(text)).toMatchObject({ generator: { kind: 'off' }, logs: [{ id: log }] })
  })
})

describe('an allowed Origin', () => {
  const Origin = 'https://viewer.example'

  it('reads with credentials, by its exact name', async () => {
    const { port } = await startTestServer({ allowOrigins: [Origin] })
    const headers = { Origin, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' }
    const reply = await ask(port, { path: '/api/logs', headers })
    expect(reply).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': Origin,
        'access-control-allow-credentials': 'true',
        'cross-origin-resource-policy': 'cross-origin',
        vary: 'Origin',
      },
    })
  })

  it('is told so when it is refused, and may then read why', async () => {
    const { port } = await startTestServer({ allowOrigins: [Origin], token: 'secret' })
    const reply = await ask(port, { path: '/api/logs', headers: { Origin } })
    expect(reply.status).toBe(401)
    expect(reply.headers['access-control-allow-origin']).toBe(Origin)
  })

  it('is answered its preflight without a token, and nothing else', async () => {
    const { port } = await startTestServer({ allowOrigins: [Origin], token: 'secret' })
    const headers = { Origin, 'Access-Control-Request-Method': 'GET' }
    const reply = await ask(port, { method: 'OPTIONS', path: '/stream-logs', headers })
    expect(reply).toMatchObject({ status: 204, text: '' })
    expect(reply.headers['access-control-allow-headers']).toContain('Last-Event-ID')
    expect(reply.headers['access-control-allow-headers']).toContain('Authorization')
    expect(reply.headers['access-control-max-age']).toBe('600')
    expect((await ask(port, { method: 'OPTIONS', path: '/stream-logs' })).status).toBe(401)
  })

  it('is nobody else', async () => {
    const { port } = await startTestServer({ allowOrigins: [Origin] })
    const reply = await ask(port, { path: '/api/logs' })
    expect(reply.headers.vary).toBe('Origin')
    expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin')
  })
})

describe('a server with a token', () => {
  const token = 'correct-horse'

  it.each(EVERY_PLACE.filter((path) => path !== '/healthz'))('opens %s to nobody', async (path) => {
    const { port } = await startTestServer({ token })
    const reply = await ask(port, { path })
    expect(reply.status).toBe(401)
    expect(reply.headers['www-authenticate']).toBe('Bearer')
    const withQuery = `${path}${path.includes('?') ? '&' : '?'}token=${token}`
    if (path !== '/' && !path.endsWith('.html')) {
      expect((await ask(port, { path: withQuery })).status).toBe(401)
    }
  })

  it.each(EVERY_PLACE)('opens %s to who has it', async (path) => {
    const { port, server, folder } = await startTestServer({ token })
    server.openFile(join(folder, 'app.log'))
    const bearer = await askHead(port, { path, headers: { Authorization: `Bearer ${token}` } })
    expect(bearer.status).not.toBe(401)
    const Cookie = `${server.cookie?.name}=${server.cookie?.value}`
    expect((await askHead(port, { path, headers: { Cookie } })).status).toBe(bearer.status)
  })

  it('says that it is well without one', async () => {
    const { port } = await startTestServer({ token })
    expect(await ask(port, { path: '/healthz' })).toMatchObject({ status: 200, text: 'ok\n' })
  })

  it.each(['/', '/examples/client.html'])(
    'takes it once from the address of %s, into a cookie and out of the address',
    async (path) => {
      const { port, server } = await startTestServer({ token })
      const reply = await ask(port, { path: `${path}?a=1&token=${token}` })
      expect(reply.status).toBe(303)
      expect(reply.headers.location).toBe(`${path}?a=1`)
      expect(reply.headers['set-cookie']).toEqual([
        `${server.cookie?.name}=${server.cookie?.value}; Path=/; HttpOnly; SameSite=Strict`,
      ])
      expect(reply.text).not.toContain(token)
      const [Cookie = ''] = reply.headers['set-cookie']?.[0]?.split(';') ?? []
      expect((await ask(port, { path, headers: { Cookie } })).status).toBe(200)
    },
  )

  it('gives an address that works once opened', async () => {
    const { port, server } = await startTestServer({ token: 'a+b/c=~' })
    const { pathname, search } = new URL(server.entryUrl)
    expect((await ask(port, { path: pathname + search })).status).toBe(303)
  })

  it('sets no cookie for a wrong one, and repeats it nowhere', async () => {
    const { port } = await startTestServer({ token })
    const reply = await ask(port, { path: '/?token=wrong-horse' })
    expect(reply.status).toBe(401)
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(JSON.stringify(reply)).not.toContain('wrong-horse')
  })

  it('refuses before it looks at anything: what is there and what is not look the same', async () => {
    const { port, folder, server } = await startTestServer({ token })
    await writeFile(join(folder, 'app.log'), 'secret line\n')
    const log = server.openFile(join(folder, 'app.log'))
    const there = await ask(port, { path: `/api/logs/${log}/raw` })
    const not = await ask(port, { path: '/api/logs/nothing/raw' })
    expect(there.status).toBe(401)
    expect(there.text).toBe(not.text)
  })

  it('slows and then turns away who guesses, and never who knows', async () => {
    const { port } = await startTestServer({ token })
    const guess = (n: number) =>
      ask(port, { path: '/api/logs', headers: { Authorization: `Bearer guess-${n}` } })
    const first = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)))
    expect(new Set(first.map((reply) => reply.status))).toEqual(new Set([401]))
    const waiting = Array.from({ length: 100 }, (_, n) => guess(n))
    const right = ask(port, { path: '/api/logs', headers: { Authorization: `Bearer ${token}` } })
    const winner = await Promise.race([
      right.then(() => 'right'),
      Promise.all(waiting).then(() => 'guesses'),
    ])
    expect(winner).toBe('right')
    expect((await right).status).toBe(200)
    const later = (await Promise.all(waiting)).map((reply) => reply.status)
    expect(later.filter((status) => status === 401)).toHaveLength(64)
    expect(later.filter((status) => status === 429)).toHaveLength(36)
  })

  it('keeps it out of its own log', async () => {
    const said: string[] = []
    const note = (...words: unknown[]) => void said.push(JSON.stringify(words))
    const ownLog = { info: note, warn: note, error: note }
    const folder = await tempFolder()
    const { port } = await startTestServer({ token, ownLog, folder })
    await ask(port, { path: `/?token=${token}` })
    await ask(port, { path: `/api/logs?token=${token}` })
    await ask(port, { path: '/nothing', headers: { Authorization: `Bearer ${token}` } })
    expect(said.join('\n')).not.toContain(token)
  })
})
