import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { vi } from 'vitest'
import { serverState } from '../../src/shared/protocol.ts'
import { viewState } from '../../src/shared/views.ts'
import { ask } from './ask.ts'
import { startTestServer } from './start-test-server.ts'
import { text, wanted } from './wanted.ts'

const PATIENCE = { timeout: 20_000, interval: 10 }

/** A real server with one log in it, to be saved. */
export async function startWithExport(content: string | Uint8Array, name = 'app.log') {
  const started = await startTestServer()
  const { port } = started
  const file = join(started.folder, name)
  await writeFile(file, content)
  const log = started.server.openFile(file)
  const stateOf = async () => {
    const { logs } = serverState.parse(JSON.parse((await ask(port, { path: '/api/logs' })).text))
    const state = logs.find(({ id }) => id === log)
    if (state === undefined) throw new Error('The log is not open.')
    return state
  }
  const indexed = (bytes: number) =>
    vi.waitUntil(async () => {
      const state = await stateOf()
      return state.bytes === bytes && state.indexed === bytes
    }, PATIENCE)
  await indexed(Buffer.byteLength(content))
  const path = `/api/logs/${log}`
  return {
    ...started,
    file,
    path,
    stateOf,
    indexed,
    /** Appends, and waits until the server has counted it. */
    async append(more: string) {
      const { bytes } = await stateOf()
      await appendFile(file, more)
      await indexed(bytes + Buffer.byteLength(more))
    },
    /** Opens a view of the lines with `pattern`, or what `facts` ask for. */
    async openView(pattern: string, facts = {}) {
      const { text: body, status } = await ask(port, {
        method: 'POST',
        path: `${path}/views`,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: wanted([text(pattern)]).query, ...facts }),
      })
      if (status !== 201) throw new Error(`The view was refused: ${body}`)
      return viewState.parse(JSON.parse(body)).id
    },
    save: (query: string) => ask(port, { path: `${path}/export?${query}` }),
  }
}
