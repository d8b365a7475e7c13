import { appendFile } from 'node:fs/promises'
import { expect, it, vi } from 'vitest'
import { isInView } from '../../../../src/renderer/ui/go-to/is-in-view.ts'
import type { ViewId } from '../../../../src/shared/views.ts'
import { type LiveSession, liveSession } from '../../../support/live-session.ts'
import { text, wanted } from '../../../support/wanted.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })

const CONTENT = Array.from({ length: 1000 }, (_, at) => `${at % 10 === 3 ? 'odd' : 'even'}\n`)

async function filtered({ session, log }: LiveSession): Promise<ViewId> {
  const answer = await session.openView(log, wanted([text('odd')]))
  if (answer.kind !== 'opened') throw new Error('The filter was refused.')
  return answer.view.id
}

it('tells whether a view has a line, whether it was searched already or not', async () => {
  const live = await liveSession(CONTENT.join(''))
  const view = await filtered(live)
  const { session, log } = live
  const { signal } = new AbortController()
  // Asked at once: the search may not have come there yet.
  const answers = [0, 3, 4, 990, 993, 999].map((line) =>
    isInView(session, { log, view, line }, signal),
  )
  expect(await Promise.all(answers)).toEqual([false, true, false, false, true, false])
  await appendFile(live.path, 'odd\n')
  await vi.waitFor(
    async () => expect(await isInView(session, { log, view, line: 1000 }, signal)).toBe(true),
    60_000,
  )
})

it('cannot tell of a view that is gone, nor when nobody waits any more', async () => {
  const live = await liveSession(CONTENT.join(''))
  const view = await filtered(live)
  const { session, log } = live
  expect(await isInView(session, { log, view, line: 3 }, AbortSignal.abort())).toBeNull()
  session.closeView(log, view)
  expect(await isInView(session, { log, view, line: 3 }, new AbortController().signal)).toBeNull()
})
