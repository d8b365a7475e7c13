import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { HitsTask } from '../../../../src/server/engine/engine-task.ts'
import { hitsTask } from '../../../../src/server/engine/search/hits-task.ts'
import { searchTask } from '../../../../src/server/engine/search/search-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { runTask } from '../read/run-task.ts'
import { type SearchCase, searchCase } from './arbitrary-search.ts'
import { heldFile } from './held-file.ts'
import { naiveNewlines, naiveSearch } from './naive-search.ts'

const tools = createTaskTools()
const MIB = 1024 * 1024

/** Every block of the searched range, with what the search tells of it. */
function blocksOf({ log, query }: SearchCase): HitsTask['blocks'] {
  const { begin, end, entryRule } = log
  const range = { from: begin, to: end }
  const task = {
    file: heldFile(log),
    query,
    end,
    entryRule,
    ...range,
    lineStart: true,
    levels: false,
  }
  const { pieces } = runTask(searchTask(task, tools))
  const long = new Set(pieces.flatMap((piece) => piece.long))
  const first = Math.floor(begin / BLOCK_BYTES)
  const blocks = Math.ceil(end / BLOCK_BYTES) - first
  return Array.from({ length: Math.max(0, blocks) }, (_, at) => ({
    block: first + at,
    long: long.has(first + at),
    ...range,
  }))
}

function findAgain(one: SearchCase, facts: Pick<HitsTask, 'blocks'> & Partial<HitsTask>) {
  const { log, query } = one
  const { end, entryRule } = log
  const limits = { skip: 0, max: 1e9, maxLineBytes: 16 * MIB, maxBytes: 1e9 }
  const task = { file: heldFile(log), query, end, entryRule, ...limits, ...facts }
  return runTask(hitsTask(task, tools)).result.hits.map(({ line, ...hit }) => ({
    ...hit,
    text: line.text,
  }))
}

/** The hits that the oracle finds, of those that start where it is wanted. */
function naiveHits({ log, query }: SearchCase) {
  const found = naiveSearch(log, query)
    .flat()
    .map(({ start, offset, text, entryLines }) => ({
      start,
      hit: {
        offset,
        block: Math.floor(offset / BLOCK_BYTES),
        newlinesBefore: naiveNewlines(log, offset),
        text,
        ...(entryLines !== undefined && { entryLines }),
      },
    }))
  return (isWanted: (start: number) => boolean = () => true) => {
    return found.filter(({ start }) => isWanted(start)).map(({ hit }) => hit)
  }
}

function expectAsNaive(one: SearchCase): void {
  const blocks = blocksOf(one)
  const naive = naiveHits(one)
  expect(findAgain(one, { blocks })).toEqual(naive())
  for (const block of blocks) {
    const isWanted = (start: number): boolean => Math.floor(start / BLOCK_BYTES) === block.block
    expect(findAgain(one, { blocks: [block] })).toEqual(naive(isWanted))
  }
}

describe('hitsTask', () => {
  it('finds in each block the hits that the oracle finds', () => {
    fc.assert(fc.property(searchCase(), expectAsNaive), { numRuns: 400 })
  })

  it('does so with lines of about one read', () => {
    fc.assert(fc.property(searchCase([MIB, 3 * MIB]), expectAsNaive), { numRuns: 6 })
  })

  it('finds those of the part that was searched by then, wherever it ends', () => {
    fc.assert(
      fc.property(searchCase(), (one) => {
        const naive = naiveHits(one)
        for (const to of one.cuts) {
          const blocks = blocksOf(one).map((block) => ({ ...block, to }))
          const isWanted = (start: number): boolean => start < to
          expect(findAgain(one, { blocks })).toEqual(naive(isWanted))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('passes over, and ends, where it is told to', () => {
    fc.assert(
      fc.property(searchCase(), fc.nat(5), fc.nat(8), (one, passed, max) => {
        const naive = naiveHits(one)
        const all = naive()
        const blocks = blocksOf(one)
        const inFirst = naive((start) => Math.floor(start / BLOCK_BYTES) === blocks[0]?.block)
        const skip = Math.min(passed, inFirst.length)
        expect(findAgain(one, { blocks, skip, max })).toEqual(all.slice(skip, skip + max))
        const maxBytes = 200
        const few = findAgain(one, { blocks, maxBytes })
        expect(few).toEqual(all.slice(0, few.length))
        if (all.length > 0) expect(few.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})
