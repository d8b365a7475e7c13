import { appendFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { ViewState } from '../../../src/shared/views.ts'
import { grep } from '../../support/grep.ts'
import { mixedLines } from '../../support/mixed-lines.ts'
import { asText } from '../../support/numbered-lines.ts'
import { openEvents } from '../../support/open-events.ts'
import { asked, viewedLog } from '../../support/viewed-log.ts'
import { text, wanted } from '../../support/wanted.ts'

const CONTENT = asText(mixedLines(5000))

describe('GET /api/events', () => {
  it('tells every window of every view: opened, growing and closed', async () => {
    const { port, file, open, send, views, log } = await viewedLog(CONTENT)
    const [one, two] = await Promise.all([openEvents(port), openEvents(port, log)])
    await Promise.all([one.hears('snapshot'), two.hears('snapshot')])
    const found = grep(CONTENT, '-F', 'ERROR').length
    const { id } = await open(asked(text('ERROR')))
    for (const client of [one, two]) {
      const { view } = await client.hears(
        'view',
        ({ view }) => view.phase.kind === 'current' && view.end === found,
      )
      expect(view).toMatchObject({ id, log })
    }
    await appendFile(file, 'ERROR one\n')
    for (const client of [one, two]) {
      await client.hears('view', ({ view }) => view.end === found + 1)
    }
    await send('DELETE', `${views}/${id}`, undefined)
    for (const client of [one, two]) {
      expect(await client.hears('view-removed')).toEqual({ kind: 'view-removed', log, view: id })
      const ends = client.messages.flatMap((each) => (each.kind === 'view' ? [each.view.end] : []))
      expect(ends).toEqual(ends.toSorted((a, b) => a - b))
    }
  })

  it('tells a new window the views that there are, right after the snapshot', async () => {
    const { port, open, log } = await viewedLog(CONTENT)
    const { id } = await open(asked(text('ERROR')))
    const client = await openEvents(port)
    const told = await client.hears('views')
    expect(told).toMatchObject({ log, views: [{ id }] })
    expect(client.messages.slice(0, 2).map(({ kind }) => kind)).toEqual(['snapshot', 'views'])
  })

  it('queues nothing for who does not read, and then tells the views as they are', async () => {
    const { port, file, open, send, views } = await viewedLog('ERROR\n')
    const client = await openEvents(port)
    await client.hears('snapshot')
    const kept = await open(asked(text('ERROR')))
    // Every line makes these tell 780 KB: more than the sockets take in after some ten.
    const LINES = 25
    const long = Array.from({ length: 14 }, () => text('x'.repeat(4000)))
    const { query } = wanted([], { any: [...long, text('ERROR')] })
    const many: ViewState[] = []
    for (let count = 0; count < 14; count++) many.push(await open({ query }))
    await client.hears('view', ({ view }) => view.id === many.at(-1)?.id)
    client.answer.pause()
    const reader = await openEvents(port)
    const last = many.at(-1)?.id
    for (let end = 2; end <= 1 + LINES; end++) {
      await appendFile(file, 'ERROR\n')
      await reader.hears('view', ({ view }) => view.id === last && view.end === end)
    }
    for (const { id } of many) await send('DELETE', `${views}/${id}`, undefined)
    const heard = client.messages.length
    client.answer.resume()
    const told = await client.hears('views', (message) =>
      message.views.some((view) => view.id === kept.id && view.end === 1 + LINES),
    )
    expect(told.views.map(({ id }) => id)).toEqual([kept.id])
    // 14 views times all lines were told to who read.
    expect(client.messages.length - heard).toBeLessThan(14 * LINES)
  }, 120_000)
})
