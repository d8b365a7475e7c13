import { open, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { MAX_EXPORTS } from '../../../src/shared/export.ts'
import { answerOf } from '../../support/answer-of.ts'
import { ask } from '../../support/ask.ts'
import { startWithExport } from '../../support/export-log.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { PATIENCE } from '../../support/patience.ts'
import { regexp, wanted } from '../../support/wanted.ts'

/** 24 MB: far more than sockets and streams hold between a server and a client that does not read. */
const LINES = numberedLines('x'.repeat(1000), 24_000)
const CONTENT = asText(LINES)

/** A download whose client has read nothing of the body yet. */
async function begin(port: number, path: string) {
  const sent = request({ host: '127.0.0.1', port, path, agent: false })
  const response = await answerOf(sent)
  return { response, leave: () => sent.destroy() }
}

/** Reads an answer to its end: its text, and whether it was whole. */
async function rest(response: IncomingMessage): Promise<{ text: string; isWhole: boolean }> {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (piece: string) => {
    text += piece
  })
  await new Promise<void>((resolve) => {
    response.on('error', () => undefined)
    response.on('close', resolve)
  })
  return { text, isWhole: response.complete }
}

describe('a file that changes while it is saved', () => {
  it('goes on growing: what it had is sent', async () => {
    const { port, path, append } = await startWithExport(CONTENT)
    const { response } = await begin(port, `${path}/export?format=text`)
    await append('one more\n')
    expect(await rest(response)).toEqual({ text: CONTENT, isWhole: true })
  })

  it('is renamed, or deleted: its lines are sent to the end', async () => {
    const { port, path, file } = await startWithExport(CONTENT)
    const renamed = await begin(port, `${path}/export?format=text`)
    await rename(file, `${file}.1`)
    await writeFile(file, 'new\n')
    expect(await rest(renamed.response)).toEqual({ text: CONTENT, isWhole: true })
    const deleted = await begin(port, `${path}/export?format=text&to=24000`)
    await rm(`${file}.1`)
    expect(await rest(deleted.response)).toEqual({ text: CONTENT, isWhole: true })
  })

  it.each(['export?format=text', 'export?format=csv&from=5'])(
    'is truncated: %s ends with an error, and nothing of what comes is in it',
    async (query) => {
      const { port, path, file } = await startWithExport(CONTENT)
      const { response } = await begin(port, `${path}/${query}`)
      await truncate(file, 0)
      await writeFile(file, 'another\n')
      const { text, isWhole } = await rest(response)
      expect(isWhole).toBe(false)
      expect(text.length).toBeLessThan(CONTENT.length)
      expect(text).not.toContain('another')
    },
  )

  it('is overwritten behind the same beginning: the download ends with an error', async () => {
    const { port, path, file } = await startWithExport(CONTENT)
    const { response } = await begin(port, `${path}/export?format=text`)
    const handle = await open(file, 'r+')
    await handle.write('z'.repeat(CONTENT.length - 4000), 4000)
    await handle.close()
    expect((await rest(response)).isWhole).toBe(false)
  })

  it('is truncated while a view of it is saved: that ends with an error too', async () => {
    const { port, path, file, openView } = await startWithExport(CONTENT)
    const view = await openView('x')
    const { response } = await begin(port, `${path}/export?format=text&view=${view}`)
    await truncate(file, 0)
    expect((await rest(response)).isWhole).toBe(false)
  })

  it('is read in another encoding: the download ends with an error', async () => {
    const { port, path, stateOf } = await startWithExport(CONTENT)
    const { response } = await begin(port, `${path}/export?format=text`)
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ encoding: 'utf-16le' })
    await ask(port, { method: 'PATCH', path, headers, body })
    await vi.waitUntil(async () => (await stateOf()).encoding === 'utf-16le', PATIENCE)
    expect((await rest(response)).isWhole).toBe(false)
  })

  it('is closed by somebody: the download ends with an error', async () => {
    const { port, path } = await startWithExport(CONTENT)
    const { response } = await begin(port, `${path}/export?format=text`)
    expect((await ask(port, { method: 'DELETE', path })).status).toBe(204)
    expect((await rest(response)).isWhole).toBe(false)
  })
})

describe('a view that is closed while it is saved', () => {
  it('ends the download with an error', async () => {
    const { port, path, openView } = await startWithExport(CONTENT)
    const view = await openView('x')
    const { response } = await begin(port, `${path}/export?format=text&view=${view}`)
    await ask(port, { method: 'DELETE', path: `${path}/views/${view}` })
    expect((await rest(response)).isWhole).toBe(false)
  })

  it('is refused in words when it failed before', async () => {
    const { save, openView } = await startWithExport(`${'a'.repeat(50)}!\n`)
    const view = await openView('', wanted([regexp('^(a+)+$')]))
    const reply = await save(`format=text&view=${view}`)
    expect(reply.status).toBe(409)
    expect(JSON.parse(reply.text).error).toBe('not-available')
  })
})

describe('downloads', () => {
  it('are bounded, and one that is cancelled makes room at once', async () => {
    const { port, path, save } = await startWithExport(CONTENT)
    const open = await Promise.all(
      Array.from({ length: MAX_EXPORTS }, () => begin(port, `${path}/export?format=text`)),
    )
    const refused = await save('format=text')
    expect(refused.status).toBe(503)
    expect(refused.headers['retry-after']).toBeDefined()
    for (const { leave } of open.slice(1)) leave()
    await vi.waitUntil(async () => (await save('format=text&to=1')).status === 200, PATIENCE)
    expect(await rest(open[0]?.response as IncomingMessage)).toMatchObject({ isWhole: true })
  })
})
