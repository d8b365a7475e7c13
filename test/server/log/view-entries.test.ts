import { appendFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { allRows, asGrep, searchedLog } from '../../support/searched-log.ts'
import { lineRange, text, wanted } from '../../support/wanted.ts'

const CONTENT = `2026-01-01T00:00:01Z INFO started
2026-01-01T00:00:02Z ERROR failed
java.lang.IllegalStateException: no
    at a.b.C.d(C.java:1)
2026-01-01T00:00:03Z INFO went on
2026-01-01T00:00:04Z WARN slow
    because of something
`

it('shows whole entries of which one line matches, and says which of them a line is', async () => {
  const { log, until } = await searchedLog(CONTENT)
  const view = log.views.open(wanted([text('IllegalState')], { entries: true }))
  await until(() => expect(view.state().phase).toEqual({ kind: 'current' }))
  expect(asGrep(await allRows(view))).toEqual([
    '2:2026-01-01T00:00:02Z ERROR failed',
    '3:java.lang.IllegalStateException: no',
    '4:    at a.b.C.d(C.java:1)',
  ])
  const places = await Promise.all([0, 1, 2, 3, 4].map((line) => view.place(lineNumber(line))))
  expect(places.map(({ row }) => row)).toEqual([0, 0, 1, 2, 3])
})

it('takes in what is still added to the last entry, and lets go what it no longer matches', async () => {
  const { log, path, until } = await searchedLog(CONTENT)
  const slow = log.views.open(wanted([text('slow')], { entries: true }))
  const cause = log.views.open(wanted([text('disk')], { entries: true }))
  const calm = log.views.open(wanted([text('slow')], { none: [text('disk')], entries: true }))
  const rows = async (view: typeof slow) => (await allRows(view)).map((row) => Number(row.line))
  await until(async () => {
    expect(await rows(slow)).toEqual([5, 6])
    expect(await rows(calm)).toEqual([5, 6])
    expect(cause.state().phase).toEqual({ kind: 'current' })
  })
  expect(await rows(cause)).toEqual([])
  appendFileSync(path, '    the disk is full\n')
  await until(async () => {
    expect(await rows(slow)).toEqual([5, 6, 7])
    expect(await rows(cause)).toEqual([5, 6, 7])
    expect(await rows(calm)).toEqual([])
  })
  appendFileSync(path, '2026-01-01T00:00:05Z INFO slow again\n')
  await until(async () => {
    expect(await rows(slow)).toEqual([5, 6, 7, 8])
    expect(await rows(calm)).toEqual([8])
  })
})

it('shows the first line of each entry when it is asked for heads', async () => {
  const { log, path, until } = await searchedLog(CONTENT)
  const all = log.views.open(wanted([], { entries: true, heads: true }))
  const failed = log.views.open(wanted([text('IllegalState')], { entries: true, heads: true }))
  const rows = async (view: typeof all) => (await allRows(view)).map((row) => Number(row.line))
  await until(async () => {
    expect(await rows(all)).toEqual([0, 1, 4, 5])
    expect(await rows(failed)).toEqual([1])
  })
  expect((await allRows(all)).map(({ entryLines }) => entryLines)).toEqual([1, 3, 1, 2])
  const places = await Promise.all([0, 1, 2, 4, 6].map((line) => all.place(lineNumber(line))))
  expect(places.map(({ row }) => row)).toEqual([0, 1, 2, 2, 4])
  appendFileSync(path, '    and more\n2026-01-01T00:00:05Z INFO next\n')
  await until(async () => expect(await rows(all)).toEqual([0, 1, 4, 5, 8]))
})

it('shows of entries only the lines with a term when one is to be found in them', async () => {
  const { log, path, until } = await searchedLog(CONTENT)
  const asked = { entries: true, levels: ['error' as const], find: text('a') }
  const found = log.views.open(wanted([], asked))
  const lines = async () => (await allRows(found)).map((row) => Number(row.line))
  await until(async () => expect(await lines()).toEqual([1, 2, 3]))
  const none = log.views.open(wanted([text('IllegalState')], { entries: true, find: text('disk') }))
  await until(() => expect(none.state()).toMatchObject({ phase: { kind: 'current' }, end: 0 }))
  appendFileSync(path, '2026-01-01T00:00:05Z ERROR b\n    c\n    a\n')
  await until(async () => expect(await lines()).toEqual([1, 2, 3, 9]))
  const places = await Promise.all([0, 3, 7, 9].map((line) => found.place(lineNumber(line))))
  expect(places.map(({ row }) => row)).toEqual([0, 2, 3, 3])
})

it('shows no lines of an entry behind the range that is asked for', async () => {
  const { log, until } = await searchedLog(CONTENT)
  const lines = lineRange(0, 3)
  const range = log.views.open(wanted([text('failed')], { entries: true, lines }))
  await until(() => expect(range.state().phase).toEqual({ kind: 'current' }))
  expect((await allRows(range)).map((row) => Number(row.line))).toEqual([1, 2])
  const heads = wanted([text('failed')], { entries: true, heads: true, lines })
  const head = log.views.open(heads)
  await until(() => expect(head.state().phase).toEqual({ kind: 'current' }))
  expect((await allRows(head)).map(({ entryLines }) => entryLines)).toEqual([2])
})

it('finds out anew how entries begin when the log is read in another encoding', async () => {
  const three = '2026-01-01T00:00:01Z INFO a\n2026-01-01T00:00:02Z INFO b\nmore of what was said\n'
  const { log, until } = await searchedLog(three.repeat(1000))
  log.setEncoding('utf-16le')
  const heads = log.views.open(wanted([], { entries: true, heads: true }))
  await until(() => {
    expect(heads.state().phase).toEqual({ kind: 'current' })
    expect(heads.state().end).not.toBe(2000)
  })
  log.setEncoding('utf-8')
  await until(() => expect(heads.state()).toMatchObject({ phase: { kind: 'current' }, end: 2000 }))
})
