import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createErrorCounter } from '../../../src/server/log/error-counter.ts'
import { isErrorLevel, levelOf } from '../../../src/shared/level.ts'
import { encodeText } from '../../support/encode-text.ts'

const LINES = ['INFO fine', 'ERROR one', '[fatal] two', 'an error in words', '', 'level=error x']

describe('the counter of errors', () => {
  it('counts the same however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES, `${'x'.repeat(600)} ERROR late`), { maxLength: 20 }),
        fc.array(fc.nat({ max: 50 }), { minLength: 1 }),
        (lines, cuts) => {
          const counter = createErrorCounter()
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
          let at = 0
          for (let turn = 0; at < bytes.length; turn++) {
            const length = (cuts[turn % cuts.length] ?? 0) + 1
            counter.append(bytes.subarray(at, at + length), 'utf-8')
            at += length
          }
          expect(counter.errors).toBe(lines.map(levelOf).filter(isErrorLevel).length)
        },
      ),
    )
  })

  it.each(['utf-16le', 'utf-16be'] as const)('reads %s', (encoding) => {
    const counter = createErrorCounter()
    const bytes = Buffer.from('INFO a\nERROR b\n', 'utf16le')
    counter.append(encoding === 'utf-16be' ? bytes.swap16() : bytes, encoding)
    expect(counter.errors).toBe(1)
  })

  it('passes over a byte order mark, however it is cut', () => {
    const text = '\ufefferror: a\nfatal: b\nINFO c\n'
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      for (const length of [2, 1000]) {
        const counter = createErrorCounter()
        const bytes = encodeText(text, encoding)
        for (let at = 0; at < bytes.length; at += length) {
          counter.append(bytes.subarray(at, at + length), encoding)
        }
        expect([encoding, counter.errors]).toEqual([encoding, 2])
      }
    }
  })

  it('passes over a hole', () => {
    const counter = createErrorCounter()
    for (let piece = 0; piece < 1000; piece++) counter.append(Buffer.alloc(256 * 1024), 'utf-8')
    counter.append(Buffer.from('\nERROR after\n'), 'utf-8')
    expect(counter.errors).toBe(1)
  })
})
