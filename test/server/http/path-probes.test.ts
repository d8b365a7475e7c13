import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, askHead } from '../../support/ask.ts'
import { startTestServer } from '../../support/start-test-server.ts'

/** What no answer may hold: the secret lies beside the folders that are served, and in /etc. */
const SECRET = 'nobody may read this'
const FOREIGN = [SECRET, 'root:', 'daemon:x', '"lockfileVersion"']

const TARGETS = ['SECRET.txt', '../SECRET.txt', '/etc/passwd', '../../../../../../etc/passwd']
const DRESSED: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => path.replaceAll('/', '%2f'),
  (path) => path.replaceAll('.', '%2e'),
  (path) => path.replaceAll('.', '%2e').replaceAll('/', '%2F'),
  (path) => path.replaceAll('../', '..%5c'),
  (path) => path.replaceAll('../', '....//'),
  (path) => path.replaceAll('../', '..;/'),
  (path) => path.replaceAll('../', '%252e%252e%252f'),
  (path) => path.replaceAll('../', '%c0%ae%c0%ae/'),
  (path) => path.replaceAll('../', '.%00./'),
  (path) => `${path}%00.html`,
  (path) => `file://${path}`,
]
const PARAMETERS = ['file', 'log', 'path', 'name', 'filter', 'lastEventId', 'follow', 'url']

const PROBES = [...new Set(TARGETS.flatMap((target) => DRESSED.map((dress) => dress(target))))]

async function startBesideSecret() {
  const started = await startTestServer()
  const { folder, server } = started
  await writeFile(join(folder, 'SECRET.txt'), SECRET)
  await writeFile(join(folder, 'app.log'), 'one harmless line\n')
  server.openFile(join(folder, 'app.log'))
  return started
}

function expectNothingForeign(text: string, probe: string): void {
  for (const foreign of FOREIGN) expect(text, probe).not.toContain(foreign)
}

describe('a path probe', () => {
  it.each(['', 'assets/', 'examples/', 'api/logs/', 'stream-logs/'])(
    'below /%s reads nothing',
    async (prefix) => {
      const { port } = await startBesideSecret()
      for (const probe of PROBES) {
        const path = `/${prefix}${probe}`.replaceAll(' ', '%20')
        const reply = await ask(port, { path })
        expect(reply.status, path).toSatisfy((code: number) => code >= 400 && code < 500)
        expectNothingForeign(reply.text, path)
      }
    },
  )

  it.each(PARAMETERS)('as the parameter %s opens nothing', async (name) => {
    const { port } = await startBesideSecret()
    for (const probe of PROBES) {
      const query = `${name}=${probe}`
      expectNothingForeign((await ask(port, { path: `/?${query}` })).text, query)
      expectNothingForeign((await ask(port, { path: `/api/logs?${query}` })).text, query)
      const { status } = await askHead(port, { path: `/stream-logs?${query}` })
      expect([200, 400, 404], query).toContain(status)
    }
    const { logs } = JSON.parse((await ask(port, { path: '/api/logs' })).text)
    expect(logs.map((log: { name: string }) => log.name)).toEqual(['app.log'])
  })

  it.each(PROBES)('as the id of a log is not found: %s', async (probe) => {
    const { port } = await startBesideSecret()
    const id = encodeURIComponent(probe)
    for (const rest of ['/lines?from=0&to=9', '/tail?lines=9', '/raw']) {
      expect((await ask(port, { path: `/api/logs/${id}${rest}` })).status).toBe(404)
    }
    const method = 'DELETE'
    expect((await ask(port, { method, path: `/api/logs/${id}` })).status).toBe(404)
    expect((await askHead(port, { path: `/stream-logs?log=${id}` })).status).toBe(404)
  })
})
