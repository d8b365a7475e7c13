import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { searchTask } from '../../../../src/server/engine/search/search-task.ts'
import { createTaskTools } from '../../../../src/server/engine/threads/task-tools.ts'
import { LEVELS } from '../../../../src/shared/level.ts'
import type { Query } from '../../../../src/shared/query.ts'
import { runTask } from '../read/run-task.ts'
import { type SearchCase, searchCase } from './arbitrary-search.ts'
import { heldFile } from './held-file.ts'
import { naiveSearch, naiveStarts } from './naive-search.ts'

const tools = createTaskTools()
const MIB = 1024 * 1024

/** Counts per key, without zeros. */
function tally(keys: readonly (number | string)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** Hits per block, and per block and level, of all parts together; the last entry that was told. */
function searchInParts({ log, query, cuts }: SearchCase) {
  const { begin, end, entryRule } = log
  const blocks: Record<string, number> = {}
  const levels: Record<string, number> = {}
  let lastEntry: { from: number; hits: number; level?: number } | null = null
  for (let part = 1; part < cuts.length; part++) {
    const from = cuts[part - 1] ?? 0
    const to = cuts[part] ?? 0
    const lineStart = from === begin
    const range = { from, to, lineStart, scannedFrom: begin }
    const task = { file: heldFile(log), query, end, entryRule, ...range, levels: true }
    const { pieces, result } = runTask(searchTask(task, tools))
    let reached = from
    for (const piece of pieces) {
      expect(piece.to).toBeGreaterThanOrEqual(reached)
      reached = piece.to
      for (const [at, hits] of piece.hits.entries()) {
        const block = piece.block + at
        if (hits > 0) blocks[block] = (blocks[block] ?? 0) + hits
        for (const [level, name] of LEVELS.entries()) {
          const count = piece.levels?.[at * LEVELS.length + level] ?? 0
          const key = `${block} ${name}`
          if (count > 0) levels[key] = (levels[key] ?? 0) + count
        }
      }
    }
    expect(result.to).toBe(reached)
    expect(result.to).toBeGreaterThanOrEqual(to)
    lastEntry = result.lastEntry ?? lastEntry
  }
  return { blocks, levels, lastEntry }
}

function expectAsNaive(one: SearchCase): void {
  const { log, query } = one
  const units = naiveSearch(log, query)
  const hits = units.flat()
  const blockOf = (start: number): number => Math.floor(start / BLOCK_BYTES)
  const starts = naiveStarts(log, query.entries)
  const lastEntry =
    query.entries && starts.length > 0
      ? { from: starts.at(-1), hits: units.at(-1)?.length, level: expect.any(Number) }
      : null
  expect(searchInParts(one)).toEqual({
    blocks: tally(hits.map(({ start }) => blockOf(start))),
    levels: tally(hits.map(({ start, level }) => `${blockOf(start)} ${LEVELS[level]}`)),
    lastEntry,
  })
}

describe('searchTask', () => {
  it('counts per block and level what the oracle finds, whatever the parts', () => {
    fc.assert(fc.property(searchCase(), expectAsNaive), { numRuns: 1000 })
  })

  it('does so in long logs, where few entries are looked at', () => {
    const cases = searchCase([BLOCK_BYTES], 1500).filter(({ query }) => query.entries)
    fc.assert(fc.property(cases, expectAsNaive), { numRuns: 60 })
  })

  it('finds lines of entries whose other terms stand in other runs', () => {
    const filler = Array.from({ length: 6000 }, (_, line) => `2024 ${line} ${'x'.repeat(60)}\n`)
    const at = (place: number, text: string): void => void filler.splice(place, 0, text)
    at(5990, '  rare behind\n')
    at(5000, 'rare\n  foo\n  bar\n')
    at(3970, '  goes on\n'.repeat(9))
    at(3969, 'begins with foo\n')
    at(2000, '  rare alone\n')
    at(1, 'rare foo\n')
    const bytes = Buffer.from(filler.join(''))
    const [rare, foo] = ['rare', 'foo'].map((pattern) => {
      return { kind: 'text' as const, pattern, matchCase: true, wholeWord: false }
    })
    if (rare === undefined || foo === undefined) throw new Error('Two terms are needed.')
    const entryRule = { kind: 'indentation' } as const
    const log = { bytes, begin: 0, end: bytes.length, encoding: 'utf-8', entryRule } as const
    const cuts = [0, 100_000, 262_144, 300_001, bytes.length]
    const no = { all: [], any: [], none: [], entries: true }
    const queries: readonly Query[] = [
      { ...no, all: [rare] },
      { ...no, all: [rare, foo] },
      { ...no, any: [rare, foo] },
      { ...no, all: [rare], none: [foo] },
      { ...no, any: [foo], find: rare },
      { ...no, none: [foo], find: rare },
      { ...no, all: [rare], levels: ['none'] },
    ]
    for (const query of queries) expectAsNaive({ log, query, cuts })
  })

  it('cuts entries that do not end, wherever the parts begin', () => {
    const lines = Array.from({ length: 1500 }, (_, line) => {
      const word = line % 97 === 0 ? 'rare' : 'often'
      return `${line % 700 === 0 ? 'starts' : ' goes'} ${word} ${'x'.repeat(900)}\n`
    })
    const bytes = Buffer.from(lines.join(''))
    const end = bytes.length
    const log = {
      bytes,
      begin: 0,
      end,
      encoding: 'utf-8',
      entryRule: { kind: 'indentation' },
    } as const
    const rare = { kind: 'text', pattern: 'rare', matchCase: true, wholeWord: false } as const
    const cuts = [0, 65_536, 327_680, 328_000, 500_000, 655_360, end]
    const no = { all: [], any: [], none: [], entries: true }
    for (const query of [
      { ...no, all: [rare] },
      { ...no, none: [rare] },
      { ...no, heads: true },
    ]) {
      expectAsNaive({ log, query, cuts })
    }
  })

  it('does so with lines of about one read', () => {
    fc.assert(fc.property(searchCase([MIB, MIB - BLOCK_BYTES, 3 * MIB]), expectAsNaive), {
      numRuns: 30,
    })
  })
})
