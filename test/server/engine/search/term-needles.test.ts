import { describe, expect, it } from 'vitest'
import type { ByteEncoding } from '../../../../src/server/engine/scan/scanner.ts'
import { termNeedles } from '../../../../src/server/engine/search/term-needles.ts'

function needles(literals: readonly string[], ignoreCase: boolean, encoding: ByteEncoding) {
  return termNeedles({ literals, whole: true }, ignoreCase, encoding).map(
    ({ needle, sure, beyondAscii }) => ({
      hex: Buffer.from(needle.bytes).toString('hex'),
      ignoreCase: needle.ignoreCase,
      sure,
      beyondAscii,
    }),
  )
}

const SURE = { sure: true, beyondAscii: false }
const MAYBE = { ignoreCase: false, sure: false, beyondAscii: true }

describe('the bytes that tell lines worth a look', () => {
  it('are those of the encoding', () => {
    expect(needles(['é€'], false, 'utf-8')).toEqual([
      { hex: 'c3a9e282ac', ignoreCase: false, ...SURE },
    ])
    expect(needles(['é€'], false, 'windows-1252')).toEqual([
      { hex: 'e980', ignoreCase: false, ...SURE },
    ])
  })

  it('are none where the encoding has no such character', () => {
    expect(needles(['日本'], false, 'windows-1252')).toEqual([])
    expect(needles(['日本', 'japan'], false, 'windows-1252')).toHaveLength(1)
  })

  it('take in the letters beyond ASCII that are k and s when case is ignored', () => {
    const kelvin = { hex: 'e284aa', ...MAYBE }
    const longS = { hex: 'c5bf', ...MAYBE }
    const k = { hex: Buffer.from('kilo').toString('hex'), ignoreCase: true, ...SURE }
    const s = { hex: Buffer.from('as').toString('hex'), ignoreCase: true, ...SURE }
    expect(needles(['kilo'], true, 'utf-8')).toEqual([k, kelvin])
    expect(needles(['kilo', 'as'], true, 'utf-8')).toEqual([k, s, longS, kelvin])
    expect(needles(['kilo'], false, 'utf-8')).toHaveLength(1)
    expect(needles(['error'], true, 'utf-8')).toHaveLength(1)
    expect(needles(['kilo', 'as'], true, 'windows-1252')).toEqual([k, s])
  })
})
