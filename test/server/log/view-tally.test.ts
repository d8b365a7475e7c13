import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../src/server/engine/block-index.ts'
import { ViewTally } from '../../../src/server/log/view-tally.ts'

/** Runs with the number of matches in each of their blocks; each begins somewhere in its first one. */
const runs = fc.array(
  fc.record({
    startBlock: fc.nat(5),
    within: fc.nat(BLOCK_BYTES - 1),
    hits: fc.array(fc.oneof(fc.constant(0), fc.nat(4)), { maxLength: 12 }),
    pieces: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 8 },
)
type Runs = typeof runs extends fc.Arbitrary<infer T> ? T : never

function counted(all: Runs) {
  const tally = new ViewTally<number>()
  for (const [run, { startBlock, within, hits, pieces }] of all.entries()) {
    tally.begin(run, startBlock * BLOCK_BYTES + within)
    for (let at = 0; at < hits.length; at += pieces) {
      const part = hits.slice(at, at + pieces)
      const block = startBlock + at
      const to = (block + part.length) * BLOCK_BYTES
      tally.add({ to, block, hits: Uint32Array.from(part), long: [] })
    }
  }
  return tally
}

/** Each row as the run and block that it lies in. */
function rowsOf(all: Runs, isGone: (run: number) => boolean = () => false) {
  return all.flatMap(({ startBlock, hits }, run) =>
    isGone(run)
      ? []
      : hits.flatMap((count, at) =>
          Array.from({ length: count }, () => ({ run, block: startBlock + at })),
        ),
  )
}

describe('ViewTally', () => {
  it('finds the blocks of any rows', () => {
    fc.assert(
      fc.property(runs, fc.nat(50), fc.nat(20), fc.integer({ min: 1, max: 5 }), (all, ...ask) => {
        const [row, maxRows, maxBlocks] = ask
        const tally = counted(all)
        const rows = rowsOf(all)
        expect(tally.end).toBe(rows.length)
        const plan = tally.plan(row, maxRows, maxBlocks)
        const first = rows[row]
        if (first === undefined) {
          expect(plan).toBeNull()
          return
        }
        const { run } = plan?.counted ?? { run: -1 }
        const blocks = plan?.blocks.map(({ block }) => block) ?? []
        expect({ run, block: blocks[0] }).toEqual(first)
        const held = rows.filter((each) => each.run === run && blocks.includes(each.block))
        expect(plan?.rows).toBe(held.length - (plan?.skip ?? 0))
        expect(rows.slice(row - (plan?.skip ?? 0)).slice(0, held.length)).toEqual(held)
        expect(blocks.length).toBeLessThanOrEqual(maxBlocks)
        // It stops only where it may: enough rows, enough blocks, or no more in this run.
        const more = rows.slice(row).filter((each) => each.run === run).length
        expect(
          blocks.length === maxBlocks || (plan?.rows ?? 0) >= maxRows || (plan?.rows ?? 0) === more,
        ).toBe(true)
      }),
    )
  })

  it('keeps the numbers of the rows behind those that are dropped', () => {
    fc.assert(
      fc.property(runs, fc.nat(7), (all, gone) => {
        const tally = counted(all)
        const before = tally.end
        tally.drop((run) => run === gone)
        const left = rowsOf(all, (run) => run === gone)
        expect(tally.end).toBe(before)
        expect(tally.end - tally.dropped).toBe(left.length)
        for (const [at, { run, block }] of left.entries()) {
          const plan = tally.plan(tally.dropped + at, 1, 1)
          expect({ run: plan?.counted.run, block: plan?.blocks[0]?.block }).toEqual({ run, block })
        }
      }),
    )
  })

  it('looks only at what was searched', () => {
    const tally = new ViewTally<string>()
    tally.begin('run', 100)
    tally.add({ to: 500, block: 0, hits: Uint32Array.of(2), long: [] })
    tally.add({ to: 700, block: 0, hits: Uint32Array.of(1), long: [0] })
    expect(tally.plan(1, 10, 10)).toMatchObject({
      skip: 1,
      rows: 2,
      blocks: [{ block: 0, from: 100, to: 700, long: true }],
    })
    tally.add({ to: BLOCK_BYTES + 9, block: 1, hits: Uint32Array.of(1), long: [] })
    expect(tally.plan(3, 10, 10)?.blocks).toEqual([
      { block: 1, from: 100, to: BLOCK_BYTES + 9, long: false },
    ])
  })

  it('takes the last entry back, which is searched again', () => {
    const tally = new ViewTally<string>()
    tally.begin('run', 0)
    tally.add({ to: 3 * BLOCK_BYTES, block: 0, hits: Uint32Array.of(1, 5, 0), long: [] })
    tally.takeBack({ from: BLOCK_BYTES + 10, hits: 3 })
    expect(tally.end).toBe(3)
    tally.add({ to: 4 * BLOCK_BYTES, block: 1, hits: Uint32Array.of(4, 0, 1), long: [] })
    expect(tally.end).toBe(8)
    expect(tally.rowOfBlock(tally.runs[0] ?? tally.begin('none', 0), 2)).toBe(7)
  })

  it('takes 16 bytes per block at most for a match on every line, and none where nothing is found', () => {
    const tally = new ViewTally<string>()
    tally.begin('run', 0)
    const blocks = 16_384
    const hits = new Uint32Array(blocks)
    tally.add({ to: blocks * BLOCK_BYTES, block: 0, hits, long: [] })
    expect(tally.heldBytes).toBeLessThan(1024)
    // One GiB of lines that all match: 128 KiB, held in an array of up to twice that.
    tally.begin('next', 0)
    tally.add({ to: blocks * BLOCK_BYTES, block: 0, hits: hits.fill(60_000), long: [] })
    expect(tally.end).toBe(blocks * 60_000)
    expect(tally.heldBytes).toBeLessThanOrEqual(2 * 8 * blocks)
  })

  it('refuses pieces out of order', () => {
    const tally = new ViewTally<string>()
    expect(() => tally.add({ to: 1, block: 0, hits: Uint32Array.of(1), long: [] })).toThrow('begin')
    tally.begin('run', 0)
    tally.add({ to: 9 * BLOCK_BYTES, block: 8, hits: Uint32Array.of(1), long: [] })
    expect(() => tally.add({ to: 1, block: 3, hits: Uint32Array.of(1), long: [] })).toThrow('order')
  })
})
