import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { serverState } from '../../../src/shared/protocol.ts'
import { viewOpened } from '../../../src/shared/views.ts'
import { ask } from '../../support/ask.ts'
import { startTestServer } from '../../support/start-test-server.ts'
import { text, wanted } from '../../support/wanted.ts'

// Each test starts a server with its threads: on a busy machine that alone takes seconds.
vi.setConfig({ testTimeout: 120_000 })

/** Line N says "line N"; every tenth one "found" too. */
const LINES = Array.from({ length: 5000 }, (_, at) => `line ${at}${at % 10 === 0 ? ' found' : ''}`)

async function startWithLog() {
  const { port, server, folder } = await startTestServer()
  const path = join(folder, 'app.log')
  await writeFile(path, `${LINES.join('\n')}\n`)
  const log = server.openFile(path)
  await vi.waitFor(
    async () => {
      const { logs } = serverState.parse(JSON.parse((await ask(port, { path: '/api/logs' })).text))
      expect(logs[0]?.end).toBe(LINES.length)
    },
    { timeout: 60_000 },
  )
  const send = (pattern: string, opening: unknown) =>
    ask(port, {
      method: 'POST',
      path: `/api/logs/${log}/views`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: wanted([text(pattern)]).query, opening }),
    })
  const open = async (pattern: string, opening: unknown) => {
    const reply = await send(pattern, opening)
    expect(reply.status).toBe(201)
    return viewOpened.parse(JSON.parse(reply.text)).opening
  }
  return { send, open }
}

/** A server whose threads are just being started answers with what there is: it is asked again. */
const untilAnswered = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 60_000 })

it('brings the first rows of a view with it', async () => {
  const { open } = await startWithLog()
  await untilAnswered(async () => {
    const opening = await open('found', { at: { kind: 'start' }, rows: 3 })
    expect(opening).toMatchObject({ line: null, row: null, window: { from: 0, first: 0 } })
    expect(opening?.window.rows.map(({ line }) => line)).toEqual([0, 10, 20])
    expect(opening?.window.rows[1]?.text).toBe('line 10 found')
  })
})

it('brings the rows around a line, and says which is the first at it or after it', async () => {
  const { open } = await startWithLog()
  await untilAnswered(async () => {
    const opening = await open('found', { at: { kind: 'line', line: 1995 }, rows: 4 })
    expect(opening).toMatchObject({ line: 1995, row: 200, window: { from: 198 } })
    expect(opening?.window.rows.map(({ line }) => line)).toEqual([1980, 1990, 2000, 2010])
  })
})

it('brings the last rows', async () => {
  const { open } = await startWithLog()
  await untilAnswered(async () => {
    const opening = await open('found', { at: { kind: 'end' }, rows: 2 })
    expect(opening?.window.rows.map(({ line }) => line)).toEqual([4980, 4990])
  })
})

it.each([
  ['the start', { kind: 'start' }, null],
  ['a line', { kind: 'line', line: 4000 }, 0],
  ['a line beyond the log', { kind: 'line', line: 1_000_000 }, 0],
  ['the end', { kind: 'end' }, null],
])('brings no rows at %s where nothing matches', async (_name, at, row) => {
  const { open } = await startWithLog()
  await untilAnswered(async () => {
    const opening = await open('nowhere', { at, rows: 10 })
    expect(opening).toMatchObject({ row, window: { from: 0, rows: [], end: 0 } })
  })
})

it.each([
  ['the start', { kind: 'start' }, 0],
  ['a line', { kind: 'line', line: 4990 }, 0],
  ['the end', { kind: 'end' }, 0],
])('brings no more than a window holds, however many are wanted at %s', async (_name, at, from) => {
  const { open } = await startWithLog()
  await untilAnswered(async () => {
    const opening = await open('found', { at, rows: Number.MAX_SAFE_INTEGER })
    expect(opening?.window).toMatchObject({ from, end: 500 })
    expect(opening?.window.rows).toHaveLength(500)
  })
})

it('brings none when nobody asked for some', async () => {
  const { open } = await startWithLog()
  expect(await open('found', null)).toBeNull()
})

it.each([
  ['no rows', { at: { kind: 'start' }, rows: 0 }],
  ['half a row', { at: { kind: 'start' }, rows: 1.5 }],
  ['no place', { rows: 3 }],
  ['an unknown place', { at: { kind: 'middle' }, rows: 3 }],
  ['a negative line', { at: { kind: 'line', line: -1 }, rows: 3 }],
])('refuses to bring %s', async (_name, opening) => {
  const { send } = await startWithLog()
  const reply = await send('found', opening)
  expect(reply.status).toBe(400)
  expect(JSON.parse(reply.text)).toMatchObject({ error: 'bad-request' })
})
