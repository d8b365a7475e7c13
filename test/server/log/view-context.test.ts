import { appendFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lineNumber } from '../../../src/shared/line-number.ts'
import { allRows, searchedLog } from '../../support/searched-log.ts'
import { text, wanted } from '../../support/wanted.ts'

/** Lines that tell their own number; every hundredth has something to find. */
function numbered(from: number, to: number): string {
  let lines = ''
  for (let line = from; line < to; line++)
    lines += `line ${line}${line % 100 === 0 ? ' needle' : ''}\n`
  return lines
}

/** The lines that are at most `context` away from a hundredth one, of `end` lines. */
function around(end: number, context: number): number[] {
  const last = Math.floor((end - 1) / 100) * 100
  const near = (line: number): boolean => {
    const below = line % 100
    return below <= context || (100 - below <= context && line + 100 - below <= last)
  }
  return Array.from({ length: end }, (_, line) => line).filter(near)
}

it('shows the lines around each match, stays current, and finds the places of lines', async () => {
  const { log, path, until } = await searchedLog(numbered(0, 20_199))
  const view = log.views.open(wanted([text('needle')], { context: 3 }))
  const rows = async () => (await allRows(view)).map((row) => Number(row.line))
  // Lines behind the last match are still looked at when all rows are here.
  await until(async () => {
    expect(await rows()).toEqual(around(20_199, 3))
    expect(view.state().phase).toEqual({ kind: 'current' })
  })
  expect(view.state().end).toBe(around(20_199, 3).length)

  // What comes shows lines before it that were hidden.
  appendFileSync(path, numbered(20_199, 20_202))
  await until(async () => expect(await rows()).toEqual(around(20_202, 3)))
  appendFileSync(path, numbered(20_202, 20_450))
  await until(async () => expect(await rows()).toEqual(around(20_450, 3)))

  const shown = around(20_450, 3)
  for (const line of [0, 3, 4, 96, 97, 150, 20_197, 20_404, 20_449]) {
    const at = shown.findIndex((one) => one >= line)
    const { row } = await view.place(lineNumber(line))
    expect(row).toBe(at === -1 ? shown.length : at)
  }
})

it('shows no line outside of the range that is asked for', async () => {
  const { log, until } = await searchedLog(numbered(0, 1000))
  const range = { from: lineNumber(99), to: lineNumber(402) }
  const view = log.views.open({ ...wanted([text('needle')], { context: 3 }), lines: range })
  await until(async () => {
    const rows = (await allRows(view)).map((row) => Number(row.line))
    expect(rows).toEqual(around(1000, 3).filter((line) => line >= 99 && line < 402))
  })
})
