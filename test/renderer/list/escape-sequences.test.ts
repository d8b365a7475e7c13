import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitEscapes } from '../../../src/renderer/list/escape-sequences.ts'

function textOf(line: string): string {
  return splitEscapes(line)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('')
}

describe('splitEscapes', () => {
  it('leaves a line without escapes whole', () => {
    expect(splitEscapes('one [two] ;3m')).toEqual([{ kind: 'text', text: 'one [two] ;3m' }])
  })

  it('tells colours apart from text', () => {
    expect(splitEscapes('a\x1b[1;31mb\x1b[mc')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'sgr', parameters: '1;31' },
      { kind: 'text', text: 'b' },
      { kind: 'sgr', parameters: '' },
      { kind: 'text', text: 'c' },
    ])
  })

  it('takes the 8-bit form of a control sequence', () => {
    expect(splitEscapes('\x9b32mok')).toEqual([
      { kind: 'sgr', parameters: '32' },
      { kind: 'text', text: 'ok' },
    ])
  })

  it.each([
    ['38:2::10:20:30', '38;2;10;20;30'],
    ['38:2:10:20:30', '38;2;10;20;30'],
    ['48:5:208', '48;5;208'],
    ['4:3', '4'],
    ['4:0', '24'],
  ])('writes the sub-parameters %s as %s', (from, to) => {
    expect(splitEscapes(`\x1b[${from}m`)).toEqual([{ kind: 'sgr', parameters: to }])
  })

  it.each([
    ['cursor moves', 'a\x1b[2J\x1b[10;20Hb', 'ab'],
    ['private modes', 'a\x1b[?25lb', 'ab'],
    ['a title ended by BEL', 'a\x1b]0;title\x07b', 'ab'],
    ['a link ended by ST', '\x1b]8;;http://x/\x1b\\text\x1b]8;;\x1b\\', 'text'],
    ['8-bit OSC and ST', 'a\x9d0;title\x9cb', 'ab'],
    ['a device control string', 'a\x1bPq#0\x1b\\b', 'ab'],
    ['a character set', 'a\x1b(Bb', 'ab'],
    ['save and restore', 'a\x1b7b\x1b8c', 'abc'],
    ['a sequence cut off by the end', 'a\x1b[38;5', 'a'],
  ])('leaves out %s', (_name, line, text) => {
    expect(textOf(line)).toBe(text)
  })

  it('keeps the text after a control string that never ends', () => {
    expect(textOf('\x1b]0;not a title but a message')).toBe('0;not a title but a message')
  })

  it('never leaves the start of a control sequence in the text, whatever the input', () => {
    const characters = fc.constantFrom(
      '\x1b',
      '[',
      ']',
      '\x9b',
      '\x9d',
      '\x07',
      '\\',
      '3',
      ';',
      'm',
      'a',
    )
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 40 }), (line) => {
        for (const piece of splitEscapes(line.join(''))) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
          if (piece.kind === 'text') expect(piece.text).not.toMatch(/\x1b\[/)
        }
      }),
    )
  })

  it('reads 16 KiB of openings that never end without going over them again and again', () => {
    const line = '\x9d'.repeat(16 * 1024)
    expect(textOf(line)).toBe(line)
  })
})
