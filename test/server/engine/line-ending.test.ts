import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countNewlines,
  lastNewlineEnd,
  nextNewlineEnd,
} from '../../../src/server/engine/line-ending.ts'
import { encoding, logBytes } from './arbitrary-log.ts'
import { naiveLines } from './naive-lines.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('line endings', () => {
  it('finds the byte 0A in UTF-8 and nothing else', () => {
    const bytes = Buffer.from('a\r\nb\u2028c\u0085\rd\n')
    expect(countNewlines(bytes, 'utf-8', 0)).toBe(2)
    expect(nextNewlineEnd(bytes, 0, 'utf-8', 0)).toBe(3)
    expect(lastNewlineEnd(bytes, 'utf-8', 0)).toBe(bytes.length)
  })

  it('never takes the 0A of U+0A00 or U+000A across two units for a newline in UTF-16', () => {
    expect(countNewlines(hex('00 0a 41 00'), 'utf-16le', 0)).toBe(0)
    expect(countNewlines(hex('41 0a 00 41'), 'utf-16le', 0)).toBe(0)
    expect(countNewlines(hex('41 00 0a 00'), 'utf-16le', 0)).toBe(1)
    expect(countNewlines(hex('0a 00 00 41'), 'utf-16be', 0)).toBe(0)
    expect(countNewlines(hex('41 00 0a 41'), 'utf-16be', 0)).toBe(0)
    expect(countNewlines(hex('00 41 00 0a'), 'utf-16be', 0)).toBe(1)
  })

  it('takes the alignment of UTF-16 from the offset of the chunk', () => {
    expect(nextNewlineEnd(hex('41 0a 00'), 0, 'utf-16le', 1)).toBe(3)
    expect(nextNewlineEnd(hex('41 0a 00'), 0, 'utf-16le', 2)).toBe(-1)
  })

  it('agrees with the oracle on counts, the next and the last newline', () => {
    fc.assert(
      fc.property(logBytes, encoding, fc.nat(400), (bytes, enc, from) => {
        const ends = naiveLines(bytes, enc)
          .filter((line) => line.finished)
          .map((line) => line.end)
        const unit = enc.startsWith('utf-16') ? 2 : 1
        expect(countNewlines(bytes, enc, 0)).toBe(ends.length)
        expect(lastNewlineEnd(bytes, enc, 0)).toBe(ends.at(-1) ?? -1)
        expect(nextNewlineEnd(bytes, from, enc, 0)).toBe(
          ends.find((end) => end - unit >= from) ?? -1,
        )
      }),
      { numRuns: 1000 },
    )
  })
})
