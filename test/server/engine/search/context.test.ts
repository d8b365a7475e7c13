import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { hitsTask } from '../../../../src/server/engine/search/hits-task.ts'
import { searchTask } from '../../../../src/server/engine/search/search-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { LEVELS, levelOf } from '../../../../src/shared/level.ts'
import { runTask } from '../read/run-task.ts'
import { type SearchCase, searchCase } from './arbitrary-search.ts'
import { heldFile } from './held-file.ts'
import { naiveSearch, naiveStarts } from './naive-search.ts'

const tools = createTaskTools()
const MIB = 1024 * 1024

interface ContextCase extends SearchCase {
  readonly context: number
}

/** A case without entries, and how many lines of context it asks for. */
function contextCase(lengths?: readonly number[]): fc.Arbitrary<ContextCase> {
  return fc
    .record({ one: searchCase(lengths), context: fc.integer({ min: 1, max: 5 }) })
    .map(({ one, context }) => {
      const { heads: _, find: __, ...query } = one.query
      return { ...one, context, query: { ...query, entries: false } }
    })
    .filter(({ query: { all, any, none, levels } }) => {
      return all.length + any.length + none.length > 0 || levels !== undefined
    })
}

/** The lines to be shown when `[begin, to)` was searched: each line compared with each match. */
function naiveContext({ log, query, context }: ContextCase, to: number): number[] {
  const all = naiveStarts(log, false)
  const starts = all.filter((start) => start < to)
  const lengths = starts.map((start, line) => (all[line + 1] ?? log.end) - start)
  const matching = new Set(
    naiveSearch(log, query)
      .flat()
      .map(({ offset }) => offset),
  )
  const matches = starts.flatMap((start, line) => (matching.has(start) ? [line] : []))
  return starts.filter((start, line) =>
    matches.some((match) => {
      if (match === line) return true
      if ((lengths[match] ?? 0) > BLOCK_BYTES || Math.abs(match - line) > context) return false
      return Math.abs((starts[match] ?? 0) - start) <= BLOCK_BYTES
    }),
  )
}

function blockOf(offset: number): number {
  return Math.floor(offset / BLOCK_BYTES)
}

function tally(keys: readonly (number | string)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** Searches part after part, and looks after each at what was told so far. */
function expectAsNaive(one: ContextCase): void {
  const { log, cuts, context } = one
  const query = { ...one.query, context }
  const { begin, end, entryRule } = log
  const asked = { file: heldFile(log), query, end, entryRule }
  const blocks: Record<string, number> = {}
  const levels: Record<string, number> = {}
  const long = new Set<number>()
  for (let part = 1; part < cuts.length; part++) {
    const from = cuts[part - 1] ?? 0
    const to = cuts[part] ?? 0
    const range = { from, to, lineStart: from === begin, scannedFrom: begin }
    let last = -1
    for (const piece of runTask(searchTask({ ...asked, ...range, levels: true }, tools)).pieces) {
      for (const block of piece.long) long.add(block)
      for (const [at, hits] of piece.hits.entries()) {
        if (hits === 0) continue
        const block = piece.block + at
        // Rows come in the order of their lines: none before one that was told.
        expect(block).toBeGreaterThanOrEqual(last)
        last = block
        blocks[block] = (blocks[block] ?? 0) + hits
        for (const [level, name] of LEVELS.entries()) {
          const count = piece.levels?.[at * LEVELS.length + level] ?? 0
          const key = `${block} ${name}`
          if (count > 0) levels[key] = (levels[key] ?? 0) + count
        }
      }
    }
    const shown = naiveContext(one, to)
    expect(blocks).toEqual(tally(shown.map(blockOf)))
    expect(findAgain(one, to, long)).toEqual(shown)
  }
  const texts = new Map(
    naiveSearch(log, { all: [], any: [], none: [], entries: false })
      .flat()
      .map(({ offset, text }) => [offset, text]),
  )
  const all = naiveContext(one, end)
  const named = all.map((start) => `${blockOf(start)} ${levelOf(texts.get(start) ?? '')}`)
  expect(levels).toEqual(tally(named))
}

/** Where the rows start that are found again, block by block. */
function findAgain({ log, query, context }: ContextCase, to: number, long: Set<number>): number[] {
  const { begin, end, entryRule } = log
  const first = blockOf(begin)
  const blocks = Array.from(
    { length: Math.max(0, Math.ceil(end / BLOCK_BYTES) - first) },
    (_, at) => ({
      block: first + at,
      long: long.has(first + at),
      from: begin,
      to,
    }),
  )
  const limits = { skip: 0, max: 1e9, maxLineBytes: 10, maxBytes: 1e9 }
  const asked = { file: heldFile(log), query: { ...query, context }, end, entryRule }
  const { hits } = runTask(hitsTask({ ...asked, blocks, ...limits }, tools)).result
  return hits.map(({ offset }) => offset)
}

describe('lines of context', () => {
  it('are those that the oracle finds around matches, after each part that was searched', () => {
    fc.assert(fc.property(contextCase(), expectAsNaive), { numRuns: 150 })
  })

  it('are so around lines of about the bytes that context reaches, and of one read', () => {
    const lengths = [BLOCK_BYTES / 2, BLOCK_BYTES, 2 * BLOCK_BYTES]
    fc.assert(fc.property(contextCase(lengths), expectAsNaive), { numRuns: 40 })
    fc.assert(fc.property(contextCase([MIB, 3 * MIB]), expectAsNaive), { numRuns: 3 })
  })

  it('reach from block to block', () => {
    const line = `${'x'.repeat(99)}\n`
    const text = `${line.repeat(2000)}needle\n${line.repeat(2000)}`
    const bytes = Buffer.from(text)
    const log = {
      bytes,
      begin: 0,
      end: bytes.length,
      encoding: 'utf-8',
      entryRule: { kind: 'level' },
    } as const
    const term = { kind: 'text', pattern: 'needle', matchCase: true, wholeWord: false } as const
    const query = { all: [term], any: [], none: [], entries: false }
    for (const context of [1, 20, 50]) {
      const one = { log, query, context, cuts: [0, 199_950, 200_050, bytes.length] }
      expectAsNaive(one)
      expect(naiveContext(one, bytes.length)).toHaveLength(2 * context + 1)
    }
  })
})
