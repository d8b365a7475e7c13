import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { parseGoTo } from '../../../../src/renderer/ui/go-to/parse-go-to.ts'

const PORTUGUESE = { dayFirst: true }
const ENGLISH = { dayFirst: false }
const at = (hours: number, minutes = 0, seconds = 0) =>
  ((hours * 60 + minutes) * 60 + seconds) * 1000
const date = (year: number | null, month: number, day: number) =>
  ({ kind: 'date', year, month, day }) as const

describe('parseGoTo', () => {
  it.each([
    ['12345', 12_345],
    ['12.345', 12_345],
    ['12,345', 12_345],
    ['12 345', 12_345],
    ['12\u00a0345', 12_345],
    ['12\u202f345', 12_345],
    ["12'345", 12_345],
    ['12_345', 12_345],
    ['1.234.567', 1_234_567],
    ['  7 ', 7],
    ['007', 7],
    ['0', 0],
    ['100,000,000', 100_000_000],
  ])('reads %j as a line', (text, number) => {
    expect(parseGoTo(text, ENGLISH)).toEqual({ kind: 'line', number, epoch: null })
  })

  it('reads every number as the page itself writes it', () => {
    for (const locale of ['pt-BR', 'en'] as const) {
      const { number } = createFormat(locale)
      fc.assert(
        fc.property(fc.maxSafeNat(), (line) => {
          expect(parseGoTo(number(line), ENGLISH)).toMatchObject({ kind: 'line', number: line })
        }),
      )
    }
  })

  it.each([
    ['1704164645', 1_704_164_645_000],
    ['1704164645678', 1_704_164_645_678],
    ['1704164645678901', 1_704_164_645_678],
    ['1704164645678901234', 1_704_164_645_678],
  ])('takes %j for a time too', (text, epoch) => {
    expect(parseGoTo(text, ENGLISH)).toEqual({ kind: 'line', number: Number(text), epoch })
  })

  it.each([
    ['@1704164645', 1_704_164_645_000],
    ['1704164645.5', 1_704_164_645_500],
    ['@1704164645678', 1_704_164_645_678],
  ])('takes %j for a time only', (text, ms) => {
    expect(parseGoTo(text, ENGLISH)).toEqual({ kind: 'moment', ms })
  })

  it.each([
    ['14:02', at(14, 2)],
    ['4:02', at(4, 2)],
    ['00:00', 0],
    ['14:02:03', at(14, 2, 3)],
    ['14:02:03.5', at(14, 2, 3) + 500],
    ['14:02:03,678', at(14, 2, 3) + 678],
    ['14:02:03.678901', at(14, 2, 3) + 678],
    ['14h', at(14)],
    ['14h02', at(14, 2)],
    ['14h02min', at(14, 2)],
    ['2:05 pm', at(14, 5)],
    ['12:00 AM', 0],
    ['12:00pm', at(12)],
    ['2:05 p.m.', at(14, 5)],
  ])('reads %j as a time of the day that lies nearest', (text, ofDay) => {
    for (const language of [PORTUGUESE, ENGLISH]) {
      expect(parseGoTo(text, language)).toEqual({
        kind: 'clock',
        day: null,
        ofDay,
        zoneMinutes: null,
      })
    }
  })

  it.each([
    ['14:02Z', 0],
    ['14:02 UTC', 0],
    ['14:02 -03:00', -180],
    ['14:02:00+0530', 330],
    ['14:02 +01', 60],
  ])('reads the zone of %j', (text, zoneMinutes) => {
    expect(parseGoTo(text, ENGLISH)).toEqual({
      kind: 'clock',
      day: null,
      ofDay: at(14, 2),
      zoneMinutes,
    })
  })

  it.each([
    ['-5m', -300_000],
    ['+30s', 30_000],
    ['-1h30m', -5_400_000],
    ['-1h 30min', -5_400_000],
    ['+1,5 h', 5_400_000],
    ['+1.5h', 5_400_000],
    ['-2 dias', -172_800_000],
    ['+10 segundos', 10_000],
    ['- 5 minutes', -300_000],
    ['−5m', -300_000],
    ['+250ms', 250],
  ])('reads %j as a distance', (text, ms) => {
    expect(parseGoTo(text, PORTUGUESE)).toEqual({ kind: 'distance', ms })
  })

  it.each([
    ['ontem 14:00', { kind: 'today', after: -1 }, at(14)],
    ['ontem às 14h', { kind: 'today', after: -1 }, at(14)],
    ['14:00 ontem', { kind: 'today', after: -1 }, at(14)],
    ['anteontem 14:00', { kind: 'today', after: -2 }, at(14)],
    ['Hoje', { kind: 'today', after: 0 }, 0],
    ['05/06 14:00', date(null, 6, 5), at(14)],
    ['5/6/2024', date(2024, 6, 5), 0],
    ['25/12/24, 8h30', date(2024, 12, 25), at(8, 30)],
    ['29/02', date(null, 2, 29), 0],
    ['2024-01-02 03:04:05', date(2024, 1, 2), at(3, 4, 5)],
  ])('reads %j as a Brazilian', (text, day, ofDay) => {
    expect(parseGoTo(text, PORTUGUESE)).toEqual({ kind: 'clock', day, ofDay, zoneMinutes: null })
  })

  it.each([
    ['yesterday 14:00', { kind: 'today', after: -1 }, at(14)],
    ['Yesterday at 2:00 PM', { kind: 'today', after: -1 }, at(14)],
    ['today', { kind: 'today', after: 0 }, 0],
    ['05/06 14:00', date(null, 5, 6), at(14)],
    ['12/25/2024', date(2024, 12, 25), 0],
    ['25/12/2024', date(2024, 12, 25), 0],
    ['2024/01/02 3:04 pm', date(2024, 1, 2), at(15, 4)],
    ['2024-01-02', date(2024, 1, 2), 0],
    ['2024-01-02T03:04', date(2024, 1, 2), at(3, 4)],
  ])('reads %j as an American', (text, day, ofDay) => {
    expect(parseGoTo(text, ENGLISH)).toEqual({ kind: 'clock', day, ofDay, zoneMinutes: null })
  })

  it('reads a whole ISO time with its zone', () => {
    expect(parseGoTo('2024-01-02T03:04:05.678Z', ENGLISH)).toEqual({
      kind: 'clock',
      day: date(2024, 1, 2),
      ofDay: at(3, 4, 5) + 678,
      zoneMinutes: 0,
    })
  })

  it.each([
    '',
    ' ',
    'abc',
    '1.5',
    '12.345.6',
    '1234.567',
    '1.234,567',
    '1,,234',
    '.123',
    '1.',
    '-5',
    '+5',
    '5m',
    '+5x',
    '+5constructor',
    'constructor',
    '1e5',
    '0x10',
    '24:00',
    '12:60',
    '12:3',
    '13:00 pm',
    '0:30 am',
    '14:02 +15:00',
    '14:02 p x',
    '30/02',
    '31/13/2024',
    '2024-02-30',
    'ontem hoje',
    'ontem 25:00',
    '5 6',
    '٣',
  ])('takes %j for no place', (text) => {
    for (const language of [PORTUGUESE, ENGLISH]) expect(parseGoTo(text, language)).toBeNull()
  })

  it('answers for any text, and soon', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseGoTo(text, PORTUGUESE)))
    expect(parseGoTo(`+${'1m'.repeat(5000)}!`, ENGLISH)).toBeNull()
    expect(parseGoTo(' '.repeat(5000).concat('x'.repeat(5000)), ENGLISH)).toBeNull()
  })
})
