import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { createHitCounts } from '../../../../src/server/engine/search/hit-counts.ts'
import { LEVELS } from '../../../../src/shared/level.ts'

describe('counts of hits', () => {
  it('begin with the block of the first offset, and tell each hit once', () => {
    const counts = createHitCounts(3 * BLOCK_BYTES + 17, false)
    counts.add(3 * BLOCK_BYTES + 20, 1)
    counts.add(4 * BLOCK_BYTES - 1, 2)
    counts.add(6 * BLOCK_BYTES, 5)
    counts.addLong(6 * BLOCK_BYTES)
    const to = 6 * BLOCK_BYTES + 1
    expect(counts.take(to)).toEqual({
      ...{ to, block: 3, long: [6], levels: null },
      hits: Uint32Array.of(3, 0, 0, 5),
    })
    counts.add(6 * BLOCK_BYTES + 9, 1)
    expect(counts.take(7 * BLOCK_BYTES)).toEqual({
      ...{ to: 7 * BLOCK_BYTES, block: 6, long: [], levels: null },
      hits: Uint32Array.of(1),
    })
    expect(counts.take(9 * BLOCK_BYTES)).toMatchObject({ block: 7, hits: new Uint32Array(0) })
  })

  it('grow with a piece of many blocks, the levels beside the hits', () => {
    const counts = createHitCounts(0, true)
    const blocks = 1500
    for (let block = 0; block < blocks; block++) {
      counts.add(block * BLOCK_BYTES, block)
      counts.addLevel(block * BLOCK_BYTES, block % LEVELS.length)
    }
    const { hits, levels } = counts.take(blocks * BLOCK_BYTES)
    expect([...hits]).toEqual(Array.from({ length: blocks }, (_, block) => block))
    expect(levels).toHaveLength(blocks * LEVELS.length)
    for (let block = 0; block < blocks; block++) {
      const row = levels?.subarray(block * LEVELS.length, (block + 1) * LEVELS.length) ?? []
      expect([...row]).toEqual(LEVELS.map((_, level) => Number(level === block % LEVELS.length)))
    }
    counts.add(blocks * BLOCK_BYTES, 1)
    expect(counts.take(1e9).levels).toEqual(new Uint32Array(LEVELS.length))
  })
})
