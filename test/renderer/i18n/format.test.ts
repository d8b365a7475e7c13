import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../src/renderer/i18n/format.ts'

const pt = createFormat('pt-BR')
const en = createFormat('en')
/** ICU separates number and unit with spaces that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('createFormat', () => {
  it('writes numbers with the separators of the language', () => {
    expect(pt.number(1_234_567)).toBe('1.234.567')
    expect(en.number(1_234_567)).toBe('1,234,567')
  })

  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1.0 kB'],
    [1536, '1.5 kB'],
    [1024 ** 2 - 1, '1,024.0 kB'],
    [1024 ** 2, '1.0 MB'],
    [5 * 1024 ** 4, '5.0 TB'],
    [3 * 1024 ** 6, '3,072.0 PB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(plain(en.bytes(bytes))).toBe(text)
  })

  it('writes bytes with the comma of Portuguese', () => {
    expect(plain(pt.bytes(1536))).toBe('1,5 kB')
    expect(plain(pt.bytes(0))).toBe('0 B')
  })

  it('rounds a rate as far as an eye follows', () => {
    expect(pt.rate(0.44)).toBe('0,4')
    expect(pt.rate(12.4)).toBe('12')
    expect(pt.rate(50_000.2)).toBe('50.000')
  })

  it('writes shares as percents', () => {
    expect(plain(en.percent(0.432))).toBe('43%')
  })
})
