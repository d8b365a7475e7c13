import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeVarints, encodeVarints } from '../../../../src/server/engine/kept-index/varints.ts'

const numbers = fc
  .array(fc.oneof(fc.nat(0xffff_ffff), fc.constantFrom(0, 127, 128, 16_383, 16_384, 0xffff_ffff)))
  .map((list) => Uint32Array.from(list))

describe('varints', () => {
  it('give back every number', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        expect(decodeVarints(encodeVarints(list), list.length)).toEqual(list)
      }),
    )
  })

  it('take two bytes for the newlines of most blocks', () => {
    expect(encodeVarints(new Uint32Array(1000).fill(600))).toHaveLength(2000)
  })

  it('are refused when there are more or fewer, and when a number is too large', () => {
    const bytes = encodeVarints(Uint32Array.of(1, 600, 3))
    expect(decodeVarints(bytes, 2)).toBeNull()
    expect(decodeVarints(bytes, 4)).toBeNull()
    expect(decodeVarints(bytes.subarray(0, 2), 2)).toBeNull()
    expect(decodeVarints(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x1f), 1)).toBeNull()
    expect(decodeVarints(new Uint8Array(9).fill(0xff), 1)).toBeNull()
    expect(decodeVarints(bytes, 2 ** 40)).toBeNull()
  })
})
