import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import {
  decodeKeptIndex,
  encodeKeptIndex,
  type KeptIndex,
} from '../../../../src/server/engine/kept-index/kept-index.ts'
import { encodeSections } from '../../../../src/server/engine/kept-index/sections.ts'
import { encoding } from '../arbitrary-log.ts'

const crc = fc.nat(0xffff_ffff)
const big = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })

const keptIndex: fc.Arbitrary<KeptIndex> = fc
  .record({
    identity: fc.record({ device: big, inode: big }),
    path: fc.string({ unit: 'grapheme' }),
    encoding,
    newlines: fc
      .array(fc.nat(BLOCK_BYTES), { maxLength: 50 })
      .map((counts) => Uint32Array.from(counts)),
    size: fc.nat(),
    changed: big,
    fingerprints: fc.record({
      head: crc,
      end: crc,
      samples: fc.array(fc.record({ block: fc.nat(), crc }), { maxLength: 8 }),
    }),
  })
  .map((kept) => ({ ...kept, bytes: kept.newlines.length * BLOCK_BYTES }))

describe('a kept index', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(keptIndex, (kept) => {
        expect(decodeKeptIndex(encodeKeptIndex(kept))).toEqual(kept)
      }),
    )
  })

  it('is refused with any bit flipped', () => {
    fc.assert(
      fc.property(keptIndex, fc.nat(), fc.nat(7), (kept, place, bit) => {
        const bytes = encodeKeptIndex(kept)
        const at = place % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        expect(decodeKeptIndex(bytes)).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['no facts', { NEWL: '' }],
    ['no newlines', { FACT: '{}' }],
    ['facts that are no JSON', { FACT: '{', NEWL: '' }],
    ['facts of another kind', { FACT: '{"path":1}', NEWL: '' }],
  ])('is refused with %s, whoever wrote it', (_what, sections) => {
    const all = Object.entries(sections).map(([tag, text]) => [tag, Buffer.from(text)] as const)
    expect(decodeKeptIndex(encodeSections(new Map(all)))).toBeNull()
  })

  it('takes 32 bytes for a MiB of a log of usual lines', () => {
    const newlines = new Uint32Array(16 * 1024).fill(600)
    const kept: KeptIndex = {
      identity: { device: 1n, inode: 2n },
      path: '/var/log/app.log',
      encoding: 'utf-8',
      bytes: newlines.length * BLOCK_BYTES,
      newlines,
      size: 2 ** 30,
      changed: 0n,
      fingerprints: { head: 0, end: 0, samples: [] },
    }
    expect(encodeKeptIndex(kept).length / 1024).toBeLessThan(33)
  })
})
