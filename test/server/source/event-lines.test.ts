import { describe, expect, it } from 'vitest'
import { eventLines } from '../../../src/server/source/event-lines.ts'

describe('eventLines', () => {
  it.each([
    ['one', ['one']],
    ['', ['']],
    ['\n', ['']],
    ['one\n', ['one']],
    ['one\n\n', ['one', '']],
    ['one\ntwo', ['one', 'two']],
    ['\none', ['', 'one']],
    ['one\u2028same', ['one\u2028same']],
  ])('splits the data %j of any server', (data, lines) => {
    expect(eventLines(data, false)).toEqual(lines)
  })

  it.each([
    ['one', 'one'],
    ['10 %\n20 %\n30 %', '10 %\r20 %\r30 %'],
    ['', ''],
    ['one\n', 'one\r'],
  ])('gives the line of a Rastro server its lone CRs back: %j', (data, line) => {
    expect(eventLines(data, true)).toEqual([line])
  })
})
