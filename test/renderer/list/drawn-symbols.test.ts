import { describe, expect, it } from 'vitest'
import { drawnSymbols, symbolNames } from '../../../src/renderer/list/drawn-symbols.ts'
import { plainText } from '../../../src/renderer/list/style-line.ts'

const CONTROLS = Array.from({ length: 32 }, (_, code) => code)
  // The tab is no symbol, and ESC begins a sequence.
  .filter((code) => code !== 9 && code !== 0x1b)
  .concat(0x7f)

describe('a symbol as it is drawn', () => {
  it('is the letter that Control makes the character of', () => {
    expect(drawnSymbols(plainText('\0\x01\x07\x1a\x1f\x7f'))).toBe('@AGZ_?')
  })

  it('is another one for each control character, one column wide and in ASCII', () => {
    const drawn = CONTROLS.map((code) => drawnSymbols(plainText(String.fromCharCode(code))))
    expect(new Set(drawn).size).toBe(CONTROLS.length)
    for (const one of drawn) expect(one).toMatch(/^[!-~]$/)
  })

  it('keeps the number of what has no picture', () => {
    expect(drawnSymbols(plainText('\u202e'))).toBe('\u2039U+202E\u203a')
  })
})

describe('the names of symbols', () => {
  it('are those of ASCII with the code points, each once', () => {
    expect(symbolNames(plainText('\0\0\x07\x7f'))).toBe('NUL (U+0000), BEL (U+0007), DEL (U+007F)')
    expect(symbolNames('\u241b')).toBe('ESC (U+001B)')
  })

  it('are not said again of what says it', () => {
    expect(symbolNames(plainText('\u202e'))).toBe('')
  })

  it('are few, whatever the line', () => {
    const names = symbolNames(plainText(CONTROLS.map((code) => String.fromCharCode(code)).join('')))
    expect(names.split(', ')).toHaveLength(9)
    expect(names.endsWith(', …')).toBe(true)
  })
})
