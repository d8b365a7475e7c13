import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask } from '../../support/ask.ts'
import { startTestServer } from '../../support/start-test-server.ts'

describe('GET /', () => {
  it('puts a nonce of its own into every answer and its policy', async () => {
    const { port } = await startTestServer()
    const [one, two] = [await ask(port), await ask(port)]
    const nonceOf = (text: string) => /content="([^"]+)"/.exec(text)?.[1]
    expect(nonceOf(one.text)).toMatch(/^[A-Za-z0-9+/]{24}$/)
    expect(nonceOf(one.text)).not.toBe(nonceOf(two.text))
    expect(one.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'nonce-${nonceOf(one.text)}'; connect-src 'self'; img-src 'self' data:; ` +
        "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })

  it('is stored nowhere, framed nowhere, and tells nobody where it came from', async () => {
    const { port } = await startTestServer()
    const { headers } = await ask(port)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers.etag).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('says in a sentence that it is not built', async () => {
    const { port, folder } = await startTestServer()
    await rm(join(folder, 'page'), { recursive: true })
    const reply = await ask(port)
    expect(reply.status).toBe(503)
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(reply.text).toBe('The page is not built: run `npm run build`.\n')
  })
})

describe('the files beside the page', () => {
  it('are kept for ever when their name holds a hash, and asked for again otherwise', async () => {
    const { port } = await startTestServer()
    const hashed = await ask(port, { path: '/assets/main-C0FFEE.js' })
    expect(hashed.status).toBe(200)
    expect(hashed.headers['content-type']).toMatch(/^text\/javascript/)
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const plain = await ask(port, { path: '/icon.svg' })
    expect(plain.headers['cache-control']).toBe('no-cache')
  })

  it('are not listed', async () => {
    const { port } = await startTestServer()
    for (const path of ['/assets', '/assets/', '/examples', '/examples/']) {
      expect((await ask(port, { path })).status).toBe(404)
    }
  })
})
