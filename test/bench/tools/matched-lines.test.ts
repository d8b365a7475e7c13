import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNumberReader } from '../../../bench/tools/matched-lines.ts'

describe('createNumberReader', () => {
  it('takes the numbers off the lines, wherever the output is cut', () => {
    const text = fc.string({ unit: 'binary' }).map((each) => each.replaceAll('\n', ''))
    const line = fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), text)
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(200)), (lines, cuts) => {
        const output = Buffer.from(lines.map(([number, rest]) => `${number}:${rest}\n`).join(''))
        const reader = createNumberReader()
        let at = 0
        for (const cut of cuts) {
          reader.feed(output.subarray(at, at + cut))
          at = Math.min(at + cut, output.length)
        }
        reader.feed(output.subarray(at))
        expect(reader.numbers).toEqual(lines.map(([number]) => number - 1))
      }),
    )
  })
})
