import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { serverState } from '../../src/shared/protocol.ts'
import type { Term } from '../../src/shared/query.ts'
import { type ViewState, viewList, viewState } from '../../src/shared/views.ts'
import { ask } from './ask.ts'
import { PATIENCE } from './patience.ts'
import { startTestServer } from './start-test-server.ts'
import { wanted } from './wanted.ts'

/** The body that asks for lines with these terms. */
export function asked(...terms: Term[]) {
  return { query: wanted(terms).query }
}

/** A server with a log that it has counted, and what is asked of the views of that log. */
export async function viewedLog(content: string) {
  const started = await startTestServer()
  const { port } = started
  const file = join(started.folder, 'app.log')
  await writeFile(file, content)
  const log = started.server.openFile(file)
  const end = content.split('\n').length - 1
  await vi.waitUntil(async () => {
    const { text } = await ask(port, { path: '/api/logs' })
    return serverState.parse(JSON.parse(text)).logs[0]?.end === end
  }, PATIENCE)
  const views = `/api/logs/${log}/views`
  const send = (method: string, path: string, body: unknown) =>
    ask(port, {
      method,
      path,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const open = async (body: unknown): Promise<ViewState> => {
    const reply = await send('POST', views, body)
    expect(reply.status).toBe(201)
    return viewState.parse(JSON.parse(reply.text))
  }
  const stateOf = async (id: string) =>
    viewState.parse(JSON.parse((await ask(port, { path: `${views}/${id}` })).text))
  const current = (id: string, end: number) =>
    vi.waitFor(
      async () => expect(await stateOf(id)).toMatchObject({ end, phase: { kind: 'current' } }),
      PATIENCE,
    )
  const list = async () =>
    viewList.parse(JSON.parse((await ask(port, { path: views })).text)).views.map(({ id }) => id)
  return { ...started, file, log, views, send, open, stateOf, current, list }
}
