import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_SPANS } from '../../../src/renderer/list/span.ts'
import { plainText, styleLine } from '../../../src/renderer/list/style-line.ts'

const styled = (
  classes: string[],
  color: string | null = null,
  background: string | null = null,
) => ({
  classes,
  color,
  background,
})

describe('styleLine', () => {
  it('is one span for a plain line', () => {
    expect(styleLine('nothing special')).toEqual({
      spans: [{ kind: 'text', text: 'nothing special', style: null, paint: null }],
      level: 'none',
    })
  })

  it('marks the word that names the level', () => {
    const { spans, level } = styleLine('12:00 ERROR [pool] full')
    expect(level).toBe('error')
    expect(spans.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', '12:00 '],
      ['level', 'ERROR'],
      ['text', ' [pool] full'],
    ])
  })

  it('marks a word before a colon without the colon', () => {
    const { spans, level } = styleLine('host app[12]: error: disk full')
    expect(level).toBe('error')
    expect(spans.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'host app[12]: '],
      ['level', 'error'],
      ['text', ': disk full'],
    ])
  })

  it('finds the level in a coloured line, and leaves its colours alone', () => {
    const { spans, level } = styleLine('\x1b[31mERROR\x1b[0m full')
    expect(level).toBe('error')
    expect(spans).toEqual([
      { kind: 'text', text: 'ERROR', style: styled(['fg-1']), paint: null },
      { kind: 'text', text: ' full', style: null, paint: null },
    ])
  })

  it.each([
    ['16 colours', '\x1b[92;44m', styled(['sgr-background', 'fg-10', 'bg-4'])],
    ['the palette', '\x1b[38;5;208m', styled([], 'rgb(255 135 0)')],
    ['true colour', '\x1b[48;2;1;2;3m', styled([], null, 'rgb(1, 2, 3)')],
    [
      'decorations',
      '\x1b[1;3;4;9;2m',
      styled(['bold', 'italic', 'underline', 'strikethrough', 'dim'].map((name) => `sgr-${name}`)),
    ],
    ['inverse', '\x1b[7m', styled(['sgr-inverse'])],
    ['inverse red', '\x1b[31;7m', styled(['sgr-inverse', 'bg-1'])],
  ])('reads %s', (_name, sequence, style) => {
    expect(styleLine(`${sequence}x`).spans).toEqual([
      { kind: 'text', text: 'x', style, paint: null },
    ])
  })

  it('does not carry true colour over to a plain colour', () => {
    const { spans } = styleLine('\x1b[38;2;9;9;9ma\x1b[32mb')
    expect(spans.map(({ style }) => style)).toEqual([styled([], 'rgb(9, 9, 9)'), styled(['fg-2'])])
  })

  it('hides nothing and lets nothing blink', () => {
    expect(styleLine('\x1b[8;5msecret').spans).toEqual([
      { kind: 'text', text: 'secret', style: styled([]), paint: null },
    ])
  })

  it('shows control characters, bidi controls and blanks without width as symbols', () => {
    const { spans } = styleLine('a\0\x07\t\x7f\x85\u202e\u2066\ufeffz')
    expect(spans.map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'a'],
      ['symbol', '\u2400\u2407'],
      ['text', '\t'],
      ['symbol', '\u2421\u27e8U+0085\u27e9\u27e8U+202E\u27e9\u27e8U+2066\u27e9\u27e8U+FEFF\u27e9'],
      ['text', 'z'],
    ])
  })

  it('keeps the joiners that scripts and emoji need', () => {
    expect(plainText('\u{1f469}\u200d\u{1f680} \u0915\u094d\u200c')).toBe(
      '\u{1f469}\u200d\u{1f680} \u0915\u094d\u200c',
    )
  })

  it('keeps the number of spans bounded and the text whole', () => {
    const line = 'a\0'.repeat(5000)
    const { spans } = styleLine(line)
    expect(spans.length).toBe(MAX_SPANS)
    expect(spans.map(({ text }) => text).join('')).toBe('a\u2400'.repeat(5000))
  })

  it('gives to copy what it shows', () => {
    expect(plainText('\x1b[31mred\x1b[0m \x1b]0;x\x07\u202eevil')).toBe(
      'red \u27e8U+202E\u27e9evil',
    )
  })

  it('shows no control character, whatever the input', () => {
    const characters = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      '\x9b',
      '\x9d',
      '\x07',
      '\0',
      '\u202e',
      '3',
      'm',
    )
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 40 }), (line) => {
        const shown = plainText(line.join(''))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
        expect(shown).not.toMatch(/[\0-\x08\x0a-\x1f\x7f-\x9f\u202e]/)
      }),
    )
  })

  it('is empty for an empty line', () => {
    expect(styleLine('')).toEqual({ spans: [], level: 'none' })
  })
})
