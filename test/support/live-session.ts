import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EventSource } from 'undici'
import { expect, onTestFinished, vi } from 'vitest'
import { createSession } from '../../src/renderer/data/create-session.ts'
import { selectedLog } from '../../src/renderer/data/page-state.ts'
import type { Session } from '../../src/renderer/data/session.ts'
import type { LogId } from '../../src/shared/protocol.ts'
import { startTestServer } from './start-test-server.ts'
import { tempFolder } from './temp-folder.ts'

/** A page's session with a real server that reads one file. */
export interface LiveSession {
  readonly session: Session
  readonly log: LogId
  readonly path: string
}

/** The session is live and knows all lines of `content`; both ends are closed after the test. */
export async function liveSession(content: string): Promise<LiveSession> {
  const folder = await tempFolder()
  const path = join(folder, 'app.log')
  await writeFile(path, content)
  const { server } = await startTestServer({ folder, files: [path] })
  const session = createSession({
    baseUrl: server.url.endsWith('/') ? server.url : `${server.url}/`,
    // The same standard, another implementation's declarations.
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
  })
  onTestFinished(() => session.close())
  session.start()
  const lines = content.split('\n').length - 1
  await vi.waitFor(() => expect(selectedLog(session.getState())?.end).toBe(lines), 10_000)
  const { selected } = session.getState()
  if (selected === null) throw new Error('The server opened no log.')
  return { session, log: selected, path }
}
