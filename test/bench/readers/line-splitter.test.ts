import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLineSplitter } from '../../../bench/readers/line-splitter.ts'

describe('createLineSplitter', () => {
  it('hands over every finished line, wherever the pieces are cut', () => {
    const line = fc.string({ unit: 'grapheme' }).map((each) => each.replaceAll('\n', ''))
    fc.assert(
      fc.property(fc.array(line), line, fc.array(fc.nat(20)), (lines, rest, cuts) => {
        const bytes = Buffer.from(`${lines.map((each) => `${each}\n`).join('')}${rest}`)
        const got: string[] = []
        const take = createLineSplitter((each) => got.push(each))
        let at = 0
        for (const cut of cuts) {
          take(bytes.subarray(at, at + cut))
          at = Math.min(at + cut, bytes.length)
        }
        take(bytes.subarray(at))
        expect(got).toEqual(lines)
      }),
    )
  })
})
