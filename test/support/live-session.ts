import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EventSource } from 'undici'
import { expect, onTestFinished, vi } from 'vitest'
import { createSession } from '../../src/renderer/data/create-session.ts'
import type { Session } from '../../src/renderer/data/session.ts'
import type { LogId } from '../../src/shared/protocol.ts'
import { PATIENCE } from './patience.ts'
import { startTestServer } from './start-test-server.ts'
import { tempFolder } from './temp-folder.ts'

/** A log of a live session, and its file. */
export interface LiveLog {
  readonly log: LogId
  readonly path: string
}

/** A page's session with a real server that reads files; the first one's log is selected. */
export interface LiveSession extends LiveLog {
  readonly session: Session
  readonly others: readonly LiveLog[]
}

/** The session is live and knows all lines of these contents; both ends are closed after the test. */
export async function liveSession(...contents: readonly string[]): Promise<LiveSession> {
  const folder = await tempFolder()
  const paths = contents.map((_, at) => join(folder, `app${at || ''}.log`))
  await Promise.all(paths.map((path, at) => writeFile(path, contents[at] ?? '')))
  const { server } = await startTestServer({ folder, files: paths })
  const session = createSession({
    baseUrl: server.url.endsWith('/') ? server.url : `${server.url}/`,
    // The same standard, another implementation's declarations.
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
  })
  onTestFinished(() => session.close())
  session.start()
  const logs = () => session.getState().server?.logs ?? []
  const lines = contents.map((content) => content.split('\n').length - 1)
  await vi.waitFor(() => expect(logs().map(({ end }) => end)).toEqual(lines), PATIENCE)
  const [first, ...others] = paths.map((path, at) => ({ path, log: logs()[at]?.id ?? '' }))
  if (first === undefined) throw new Error('A live session needs the content of a log.')
  expect(session.getState().selected).toBe(first.log)
  return { session, ...first, others }
}
