import { appendFileSync, copyFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FileLog } from '../../../src/server/log/file-log.ts'
import type { LogView } from '../../../src/server/log/view.ts'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { MAX_WINDOW_LINES } from '../../../src/shared/protocol.ts'
import { rowNumber } from '../../../src/shared/row-number.ts'
import { grep } from '../../support/grep.ts'
import { mixedLines } from '../../support/mixed-lines.ts'
import { asText } from '../../support/numbered-lines.ts'
import { allRows, asGrep, searchedLog } from '../../support/searched-log.ts'
import { lineRange, regexp, text, wanted } from '../../support/wanted.ts'

const LINES = mixedLines(20_000)
const CONTENT = asText(LINES)

/** Whether a view has counted all lines of its log, and the log numbered them. */
function isDone(log: FileLog, view: LogView, lines: number) {
  expect(log.state().end).toBe(lines)
  expect(view.state().phase).toEqual({ kind: 'current' })
  expect(view.state().scanned).toBe(view.state().total)
}

describe('the rows of a view', () => {
  it.each([
    ['a literal', wanted([text('ERROR')]), ['-F', 'ERROR']],
    ['in any case', wanted([text('exception', { matchCase: false })]), ['-F', '-i', 'exception']],
    ['a whole word', wanted([text('id', { wholeWord: true })]), ['-F', '-w', 'id']],
    ['beyond ASCII', wanted([text('日本')]), ['-F', '日本']],
    ['an expression', wanted([regexp('user=\\d+ .*timeout')]), ['-E', 'user=[0-9]+ .*timeout']],
    ['without a literal', wanted([regexp('[A-Z]{5} [a-z]+$')]), ['-E', '[A-Z]{5} [a-z]+$']],
    ['inverted', wanted([], { none: [text('e')] }), ['-v', '-F', 'e']],
    ['empty lines', wanted([regexp('^$')]), ['^$']],
    [
      'any of several',
      wanted([], { any: [text('WARN'), regexp('retry$')] }),
      ['-E', 'WARN|retry$'],
    ],
    [
      'all and none',
      wanted([text('INFO'), text('timeout')], { none: [text('retry')] }),
      ['-P', '^(?=.*INFO)(?=.*timeout)(?!.*retry)'],
    ],
    ['nothing', wanted([text('not there')]), ['-F', 'not there']],
  ])('are what grep finds: %s', async (_name, query, parameters) => {
    const { log, until } = await searchedLog(CONTENT)
    const view = log.views.open(query)
    await until(() => isDone(log, view, LINES.length))
    const found = grep(CONTENT, ...parameters)
    expect(view.state()).toMatchObject({ first: 0, end: found.length })
    const rows = await allRows(view)
    const cut = rows.map((row) => (row.cut ? row.text.length : Number.POSITIVE_INFINITY))
    expect(asGrep(rows)).toEqual(
      found.map((line, at) => line.slice(0, line.indexOf(':') + 1 + (cut[at] ?? 0))),
    )
  })

  it('are read from anywhere, in bounded windows', async () => {
    const { log, until } = await searchedLog(CONTENT)
    const view = log.views.open(wanted([text('O')]))
    await until(() => isDone(log, view, LINES.length))
    const rows = await allRows(view)
    for (const [from, to] of [
      [0, 3],
      [1234, 1240],
      [rows.length - 2, rows.length + 9],
      [rows.length, rows.length + 1],
      [7, 7],
    ] as const) {
      const window = await view.window(rowNumber(from), rowNumber(to))
      expect(window).toMatchObject({ from, first: 0, end: rows.length })
      expect(window.rows).toEqual(rows.slice(from, to))
    }
    const huge = await view.window(rowNumber(0), rowNumber(Number.MAX_SAFE_INTEGER))
    expect(huge.rows).toHaveLength(MAX_WINDOW_LINES)
  })

  it('tell which of them a line is, or comes after', async () => {
    const { log, until } = await searchedLog(CONTENT)
    const view = log.views.open(wanted([text('ERROR')]))
    await until(() => isDone(log, view, LINES.length))
    const lines = (await allRows(view)).map((row) => row.line ?? -1)
    for (let line = 0; line < LINES.length; line += 311) {
      const expected = lines.findIndex((each) => each >= line)
      const { row } = await view.place(lineNumber(line))
      expect([line, row]).toEqual([line, expected === -1 ? lines.length : expected])
    }
    expect((await view.place(lineNumber(lines[77] ?? 0))).row).toBe(77)
    expect((await view.place(lineNumber(10 ** 9))).row).toBe(lines.length)
  })

  it('lie in a range of lines that was asked for', async () => {
    const { log, path, until } = await searchedLog(CONTENT)
    const found = grep(CONTENT, '-F', 'ERROR')
    const between = (from: number, to: number) =>
      found.filter((line) => {
        const number = Number.parseInt(line, 10) - 1
        return number >= from && number < to
      }).length
    const query = [text('ERROR')]
    const inside = log.views.open(wanted(query, { lines: lineRange(5000, 12_345) }))
    const open = log.views.open(wanted(query, { lines: lineRange(15_000, null) }))
    const empty = log.views.open(wanted(query, { lines: lineRange(700, 700) }))
    const later = log.views.open(wanted(query, { lines: lineRange(20_001, 20_003) }))
    await until(() => {
      for (const view of [inside, open, empty, later]) isDone(log, view, LINES.length)
    })
    expect(inside.state().end).toBe(between(5000, 12_345))
    expect(open.state().end).toBe(between(15_000, 20_000))
    expect([empty.state().end, later.state().end]).toEqual([0, 0])
    const [first] = (await inside.window(rowNumber(0), rowNumber(1))).rows
    expect(first?.line).toBeGreaterThanOrEqual(5000)
    appendFileSync(path, 'ERROR 0\nERROR 1\nERROR 2\nERROR 3\n')
    await until(() => isDone(log, open, LINES.length + 4))
    await until(() => expect(later.state().end).toBe(2))
    expect(open.state().end).toBe(between(15_000, 20_000) + 4)
    expect(inside.state().end).toBe(between(5000, 12_345))
    expect((await allRows(later)).map((row) => row.text)).toEqual(['ERROR 1', 'ERROR 2'])
  })

  it.each(['utf-16le', 'utf-16be'] as const)('are right in %s', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${CONTENT}`, 'utf16le')
    const { log, until } = await searchedLog(encoding === 'utf-16le' ? bytes : bytes.swap16())
    const view = log.views.open(wanted([text('日本')]))
    await until(() => isDone(log, view, LINES.length))
    expect((await allRows(view)).map((row) => row.line)).toEqual(
      grep(CONTENT, '-F', '日本').map((line) => Number.parseInt(line, 10) - 1),
    )
  })

  it('are others once the log is read in another encoding', async () => {
    const { log, until } = await searchedLog(Buffer.from('na\xefve\nplain\n', 'latin1'))
    const view = log.views.open(wanted([text('naïve')]))
    await until(() => isDone(log, view, 2))
    expect(view.state().end).toBe(0)
    log.setEncoding('windows-1252')
    await until(() => expect(view.state()).toMatchObject({ end: 1, phase: { kind: 'current' } }))
    expect((await allRows(view)).map((row) => row.text)).toEqual(['naïve'])
  })
})

describe('a view of a log that changes', () => {
  it('takes in every line once while the log grows under the search', async () => {
    const { log, path, until } = await searchedLog(CONTENT)
    const view = log.views.open(wanted([text('ERROR')]))
    const ends: number[] = []
    log.views.onChange(() => ends.push(view.state().end))
    let content = CONTENT
    for (let round = 0; round < 30; round++) {
      const more = asText(mixedLines(700, round + 2))
      // Cut anywhere: the search sees half lines come and be finished.
      const cut = Math.floor(more.length / 3)
      for (const part of [more.slice(0, cut), more.slice(cut)]) {
        appendFileSync(path, part)
        content += part
        await new Promise((resolve) => setTimeout(resolve, round % 4))
      }
    }
    await until(() => isDone(log, view, LINES.length + 30 * 700))
    expect((await allRows(view)).map((row) => row.line)).toEqual(
      grep(content, '-F', 'ERROR').map((line) => Number.parseInt(line, 10) - 1),
    )
    expect(ends).toEqual(ends.toSorted((a, b) => a - b))
  })

  it('shows a match as soon as its line is finished', async () => {
    const { log, path, until } = await searchedLog('one\nERR')
    const view = log.views.open(wanted([text('ERROR')]))
    await until(() => isDone(log, view, 1))
    expect(view.state().end).toBe(0)
    appendFileSync(path, 'OR two')
    appendFileSync(path, ' three\n')
    await until(() => expect(view.state().end).toBe(1))
    expect(asGrep(await allRows(view))).toEqual(['2:ERROR two three'])
  })

  it.each([
    [
      'renamed and created anew',
      (path: string, next: string) => {
        renameSync(path, `${path}.1`)
        writeFileSync(path, next)
      },
    ],
    [
      'copied and truncated',
      (path: string, next: string) => {
        copyFileSync(path, `${path}.1`)
        truncateSync(path, 0)
        appendFileSync(path, next)
      },
    ],
  ])('goes on through the old file and the new one when it is %s', async (_name, rotate) => {
    const { log, path, until } = await searchedLog(CONTENT)
    const next = mixedLines(3000, 99)
    const view = log.views.open(wanted([text('ERROR')]))
    await until(() => expect(view.state().end).toBeGreaterThan(0))
    rotate(path, asText(next))
    await until(() => isDone(log, view, LINES.length + next.length))
    expect((await allRows(view)).map((row) => row.line)).toEqual(
      grep(CONTENT + asText(next), '-F', 'ERROR').map((line) => Number.parseInt(line, 10) - 1),
    )
    appendFileSync(path, 'ERROR last\n')
    await until(() => isDone(log, view, LINES.length + next.length + 1))
    expect((await allRows(view)).at(-1)).toMatchObject({
      line: LINES.length + next.length,
      text: 'ERROR last',
    })
  })

  it('counts what was lost with a truncated file, and reads what is left', async () => {
    // More than is held in memory of a file.
    const content = asText(mixedLines(60_000, 5))
    const { log, path, until } = await searchedLog(content)
    const view = log.views.open(wanted([text('ERROR')]))
    await until(() => isDone(log, view, 60_000))
    const before = view.state().end
    truncateSync(path, 0)
    appendFileSync(path, 'ERROR new\nother\n')
    await until(() => isDone(log, view, 60_002))
    expect(view.state()).toMatchObject({ first: before, end: before + 1 })
    expect(log.state()).toMatchObject({ first: 60_000 })
    const window = await view.window(rowNumber(0), rowNumber(before + 10))
    expect(window).toMatchObject({ from: before, first: before })
    expect(asGrep(window.rows)).toEqual(['60001:ERROR new'])
    expect((await view.place(lineNumber(3))).row).toBe(before)
  })

  it('keeps the matches of a small file that was emptied', async () => {
    const { log, path, until } = await searchedLog('ERROR one\ntwo\nERROR three\n')
    const view = log.views.open(wanted([text('ERROR')]))
    await until(() => isDone(log, view, 3))
    writeFileSync(path, 'ERROR four\n')
    await until(() => isDone(log, view, 4))
    expect(asGrep(await allRows(view))).toEqual(['1:ERROR one', '3:ERROR three', '4:ERROR four'])
    const late = log.views.open(wanted([text('ERROR')]))
    await until(() => isDone(log, late, 4))
    expect(asGrep(await allRows(late))).toEqual(asGrep(await allRows(view)))
  })

  it('goes on behind an old file that was overwritten', async () => {
    const { log, path, until } = await searchedLog('ERROR one\n')
    renameSync(path, `${path}.1`)
    writeFileSync(path, 'ERROR two\n')
    await until(() => expect(log.state().end).toBe(2))
    writeFileSync(`${path}.1`, 'no longer what it was')
    const view = log.views.open(wanted([text('ERROR')]))
    await until(() => expect(view.state().phase).toEqual({ kind: 'current' }))
    expect(asGrep(await allRows(view))).toEqual(['2:ERROR two'])
  })

  it('finds the lines that an old file still gets in the order in which they were read', async () => {
    const { log, path, until } = await searchedLog('ERROR a\n')
    const view = log.views.open(wanted([text('ERROR')]))
    renameSync(path, `${path}.1`)
    writeFileSync(path, 'ERROR b\n')
    await until(() => isDone(log, view, 2))
    appendFileSync(`${path}.1`, 'ERROR c\nno\n')
    await until(() => isDone(log, view, 4))
    appendFileSync(path, 'ERROR d\n')
    await until(() => isDone(log, view, 5))
    appendFileSync(`${path}.1`, 'ERROR e')
    await until(() => isDone(log, view, 6))
    expect(asGrep(await allRows(view))).toEqual([
      '1:ERROR a',
      '2:ERROR b',
      '3:ERROR c',
      '5:ERROR d',
      '6:ERROR e',
    ])
  })
})
