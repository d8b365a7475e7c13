import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeSections,
  encodeSections,
} from '../../../../src/server/engine/kept-index/sections.ts'

const tag = fc.stringMatching(/^[A-Z]{4}$/)
const sections = fc.array(fc.tuple(tag, fc.uint8Array({ maxLength: 40 }))).map((s) => new Map(s))

describe('sections', () => {
  it('come back whole, also those that nobody knows', () => {
    fc.assert(
      fc.property(sections, (all) => {
        const decoded = decodeSections(encodeSections(all))
        expect([...(decoded ?? [])].map(([name, bytes]) => [name, [...bytes]])).toEqual(
          [...all].map(([name, bytes]) => [name, [...bytes]]),
        )
      }),
    )
  })

  it('are refused with any bit flipped, any byte missing and any byte more', () => {
    fc.assert(
      fc.property(sections, fc.nat(), fc.nat(7), (all, place, bit) => {
        const bytes = encodeSections(all)
        const flipped = bytes.slice()
        const at = place % bytes.length
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        expect(decodeSections(flipped)).toBeNull()
        expect(decodeSections(bytes.subarray(0, at))).toBeNull()
        expect(decodeSections(Buffer.concat([bytes, Uint8Array.of(bit)]))).toBeNull()
      }),
    )
  })

  it('are refused whatever else the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeSections(bytes)).toBeNull()
      }),
    )
  })

  it('have tags of four capitals', () => {
    expect(() => encodeSections(new Map([['facts', new Uint8Array()]]))).toThrow(/four capitals/)
  })
})
