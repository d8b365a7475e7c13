import fc from 'fast-check'
import { newlineUnit } from '../../../src/server/engine/line-ending.ts'
import { ENCODINGS, type Encoding } from '../../../src/shared/encoding.ts'

/** Pieces in which line cutting goes wrong: endings, halves of characters, look-alikes, holes, marks. */
const PIECES = [
  '0a',
  '0d',
  '0d0a',
  '00',
  '0000',
  '0a00',
  '000a',
  '0d00',
  '000d',
  '000d000a',
  '0d000a00',
  '0a0a',
  '000000',
  '41',
  '4100',
  '0041',
  'c3a9',
  'c3',
  'a9',
  'e282ac',
  'e282',
  'f09f9880',
  'f09f98',
  '3dd800de',
  'd83dde00',
  '3dd8',
  'efbbbf',
  'fffe',
  'feff',
  'ff',
  '2028',
  'e280a8',
  '850a',
]

/** Bytes of a log that is mostly made of what is hard to cut. */
export const logBytes: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES).map((hex) => Buffer.from(hex, 'hex')) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => Buffer.concat(pieces))

export const encoding: fc.Arbitrary<Encoding> = fc.constantFrom(...ENCODINGS)

/** The bytes as they are read of a log: without half a unit at their end, which is still to come. */
export function wholeUnits(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  return bytes.subarray(0, bytes.length - (bytes.length % newlineUnit(encoding)))
}

/** Cuts `bytes` at the given fractions of its length. */
export function cutAt(bytes: Uint8Array, fractions: readonly number[]): Uint8Array[] {
  const cuts = fractions.map((part) => Math.floor(part * bytes.length)).sort((a, b) => a - b)
  return [0, ...cuts].map((from, at) => bytes.subarray(from, cuts[at] ?? bytes.length))
}

export const fractions: fc.Arbitrary<number[]> = fc.array(
  fc.double({ min: 0, max: 1, noNaN: true }),
  { maxLength: 8 },
)
