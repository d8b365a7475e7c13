import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { parseGoTo } from '../../../../src/renderer/ui/go-to/parse-go-to.ts'

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
  ])('reads %j', (text, number) => {
    expect(parseGoTo(text)).toEqual({ kind: 'line', number })
  })

  it.each([
    '',
    ' ',
    'abc',
    '1.5',
    '12.34',
    '1234.567',
    '1.234,567',
    '1,,234',
    '.123',
    '1.',
    '-5',
    '+5',
    '1e5',
    '0x10',
    '12:30',
    '5 6',
    '٣',
  ])('takes %j for no line', (text) => {
    expect(parseGoTo(text)).toBeNull()
  })

  it('reads every number as the page itself writes it', () => {
    for (const locale of ['pt-BR', 'en'] as const) {
      const { number } = createFormat(locale)
      fc.assert(
        fc.property(fc.maxSafeNat(), (line) => {
          expect(parseGoTo(number(line))).toEqual({ kind: 'line', number: line })
        }),
      )
    }
  })
})
