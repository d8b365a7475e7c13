import { createServer } from 'node:http'
import type { RequestHandler } from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../../src/server/http/app.ts'
import { ownNames } from '../../../src/server/http/own-names.ts'
import { SseResponse } from '../../../src/server/http/sse-response.ts'
import { LogRegistry } from '../../../src/server/log/registry.ts'
import { silentLog } from '../../../src/server/own-log.ts'
import { ask } from '../../support/ask.ts'
import { inlineEngine } from '../../support/inline-engine.ts'
import { listen } from '../../support/listen.ts'

/** The whole app, with a line stream that does what no handler should. */
async function startWith(lineStream: RequestHandler) {
  const said: string[] = []
  const server = createServer()
  onTestFinished(() => void server.close())
  const port = await listen(server)
  const app = createApp({
    access: { own: ownNames([], port, []), lock: null, shutdown: new AbortController().signal },
    logs: new LogRegistry({ engine: inlineEngine(), ownLog: silentLog }),
    openRemote: null,
    generator: null,
    state: () => {
      throw new Error('A secret detail at /home/somebody')
    },
    isOwnAddress: () => false,
    lineStream,
    eventStream: (_request, response) => void response.json([]),
    pageFolder: '/nowhere',
    examplesFolder: '/nowhere',
    ownLog: { ...silentLog, error: (message, facts) => said.push(message + JSON.stringify(facts)) },
  })
  server.on('request', app)
  return { port, said }
}

const broken = new Error('A secret detail at /home/somebody')

describe('a handler that fails', () => {
  it.each<[string, RequestHandler]>([
    [
      'at once',
      () => {
        throw broken
      },
    ],
    ['later', () => Promise.reject(broken)],
    ['by handing it on', (_request, _response, next) => next(broken)],
    [
      'with something that is no error',
      () => {
        throw 'A secret detail'
      },
    ],
  ])(
    '%s is answered without a detail, told to the own log, and ends nothing',
    async (_, handler) => {
      const { port, said } = await startWith(handler)
      const reply = await ask(port, { path: '/stream-logs?x=1' })
      expect(reply.status).toBe(500)
      expect(JSON.parse(reply.text).error).toBe('internal')
      expect(reply.text).not.toContain('secret')
      expect(said).toEqual([expect.stringMatching(/"path":"\/stream-logs".*A secret detail/)])
      expect((await ask(port, { path: '/healthz' })).status).toBe(200)
    },
  )

  it('in the middle of its answer cuts it off, so that it does not look whole', async () => {
    const { port, said } = await startWith(async (request, response) => {
      new SseResponse(request, response).write('data: a\n\n')
      throw broken
    })
    await expect(ask(port, { path: '/stream-logs' })).rejects.toThrow()
    expect(said).toHaveLength(1)
    expect((await ask(port, { path: '/healthz' })).status).toBe(200)
  })

  it('does not need to be a stream', async () => {
    const { port } = await startWith(() => undefined)
    const reply = await ask(port, { path: '/api/logs' })
    expect(reply.status).toBe(500)
    expect(reply.text).not.toMatch(/secret|somebody/)
  })
})
