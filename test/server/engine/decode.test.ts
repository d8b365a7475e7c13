import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bomLength,
  cutBytes,
  decodeLine,
  decodeText,
  detectEncoding,
} from '../../../src/server/engine/decode.ts'
import { ENCODINGS } from '../../../src/shared/encoding.ts'
import { encoding, logBytes } from './arbitrary-log.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('detectEncoding', () => {
  it('tells the encoding by its byte order mark, and UTF-8 without one', () => {
    expect(detectEncoding(bytes(0xef, 0xbb, 0xbf))).toBe('utf-8')
    expect(detectEncoding(bytes(0xff, 0xfe, 0x41, 0))).toBe('utf-16le')
    expect(detectEncoding(bytes(0xfe, 0xff))).toBe('utf-16be')
    expect(detectEncoding(bytes(0x41))).toBe('utf-8')
    expect(detectEncoding(bytes(0xef, 0xbb, 0x41))).toBe('utf-8')
  })

  it('cannot tell while there is only the beginning of a mark', () => {
    for (const head of [[], [0xef], [0xef, 0xbb], [0xff], [0xfe]]) {
      expect(detectEncoding(bytes(...head))).toBeNull()
    }
  })
})

describe('bomLength', () => {
  it('is the length of the mark of that encoding only', () => {
    expect(bomLength(bytes(0xef, 0xbb, 0xbf, 0x41), 'utf-8')).toBe(3)
    expect(bomLength(bytes(0xff, 0xfe), 'utf-16le')).toBe(2)
    expect(bomLength(bytes(0xfe, 0xff), 'utf-16be')).toBe(2)
    expect(bomLength(bytes(0xef, 0xbb, 0xbf), 'windows-1252')).toBe(0)
    expect(bomLength(bytes(0xef, 0xbb), 'utf-8')).toBe(0)
  })
})

describe('decodeLine', () => {
  it('drops one LF and then one CR, and keeps a CR further in', () => {
    expect(decodeLine(Buffer.from('a\rb\r\n'), 'utf-8')).toBe('a\rb')
    expect(decodeLine(Buffer.from('a\r'), 'utf-8')).toBe('a')
    expect(decodeLine(Buffer.from('a\r\r\n'), 'utf-8')).toBe('a\r')
    expect(decodeLine(Buffer.from('\n'), 'utf-8')).toBe('')
    expect(decodeLine(Buffer.from('a\r\n', 'utf16le'), 'utf-16le')).toBe('a')
    expect(decodeLine(Buffer.from('a\r\n', 'utf16le').swap16(), 'utf-16be')).toBe('a')
  })

  it('drops the NULs of a hole at the start and keeps those inside', () => {
    expect(decodeLine(Buffer.from('\0\0\0a\0b\0\n'), 'utf-8')).toBe('a\0b\0')
    expect(decodeLine(Buffer.alloc(100), 'utf-8')).toBe('')
  })

  it('does not eat the zero byte of a UTF-16 letter after a hole', () => {
    const text = Buffer.from('\0\0A\0Ā\n', 'utf16le')
    expect(decodeLine(text, 'utf-16le')).toBe('A\0Ā')
    expect(decodeLine(Buffer.from(text).swap16(), 'utf-16be')).toBe('A\0Ā')
    expect(decodeLine(Buffer.from('\0Ā', 'utf16le'), 'utf-16le')).toBe('Ā')
  })

  it('turns what is no character into U+FFFD', () => {
    expect(decodeLine(bytes(0x61, 0xff, 0xc3, 0x62), 'utf-8')).toBe('a\ufffd\ufffdb')
    expect(decodeLine(bytes(0x3d, 0xd8, 0x41, 0), 'utf-16le')).toBe('\ufffdA')
    expect(decodeLine(bytes(0x41, 0, 0x42), 'utf-16le')).toBe('A\ufffd')
  })

  it('keeps a BOM that is not the first of the file', () => {
    expect(decodeLine(Buffer.from('\ufeffa'), 'utf-8')).toBe('\ufeffa')
    expect(decodeLine(Buffer.from('\ufeffa', 'utf16le'), 'utf-16le')).toBe('\ufeffa')
  })

  it('reads the quotes and the euro of windows-1252', () => {
    expect(decodeLine(bytes(0x93, 0xe9, 0x94, 0x80, 0x81), 'windows-1252')).toBe('“é”€\x81')
  })
})

describe('decodeText', () => {
  it('decodes any bytes as the encoding standard says', () => {
    fc.assert(
      fc.property(logBytes, encoding, (input, enc) => {
        // Only for 80-9F in windows-1252 is Node's decoder no oracle in every release.
        const oracle = new TextDecoder(enc, { ignoreBOM: true }).decode(input)
        if (enc === 'windows-1252' && input.some((byte) => byte >= 0x80 && byte <= 0x9f)) return
        expect(decodeText(input, enc)).toBe(oracle)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('cutBytes', () => {
  it('never cuts a character in half: what is left decodes to a beginning of the whole', () => {
    fc.assert(
      fc.property(logBytes, fc.nat(80), encoding, (input, max, enc) => {
        const cut = cutBytes(input, max, enc)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut.length).toBeGreaterThan(Math.min(max, input.length) - 4)
        expect(decodeText(input, enc).startsWith(decodeText(cut, enc))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('adds no U+FFFD to text that has none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(60), (text, max) => {
        fc.pre(!text.includes('\ufffd'))
        const le = Buffer.from(text, 'utf16le')
        for (const enc of ENCODINGS) {
          if (enc === 'windows-1252') continue
          const input =
            enc === 'utf-8' ? Buffer.from(text) : enc === 'utf-16le' ? le : Buffer.from(le).swap16()
          expect(decodeText(cutBytes(input, max, enc), enc)).not.toContain('\ufffd')
        }
      }),
    )
  })
})
