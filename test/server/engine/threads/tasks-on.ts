import type {
  CountPiece,
  EngineFile,
  HitsTask,
  LinesTask,
  SearchPiece,
  SearchTask,
  SeekTask,
} from '../../../../src/server/engine/engine-task.ts'
import type { Query } from '../../../../src/shared/query.ts'

/** Backtracks for ever on {@link RUNAWAY_LINE}. */
export const RUNAWAY = '^(a+)+$'
export const RUNAWAY_LINE = `${'a'.repeat(50)}!\n`

export function queryFor(pattern: string): Query {
  const term = { kind: 'regexp', pattern, matchCase: true, wholeWord: false } as const
  return { all: [term], any: [], none: [], entries: false }
}

export function searchTask(file: EngineFile, pattern: string, to: number, from = 0): SearchTask {
  const entryRule = { kind: 'indentation' } as const
  return { file, query: queryFor(pattern), from, to, end: to, entryRule, levels: false }
}

export function hitsTask(file: EngineFile, pattern: string): HitsTask {
  return {
    file,
    query: queryFor(pattern),
    entryRule: { kind: 'indentation' },
    end: 0,
    blocks: [],
    skip: 0,
    max: 1,
    maxLineBytes: 1,
    maxBytes: 1,
  }
}

export function linesTask(file: EngineFile, end: number, maxLines: number): LinesTask {
  const bounds = { maxLines, maxLineBytes: 1e6, maxBytes: 1e9 }
  return { file, from: 0, skip: 0, end, ...bounds, unfinished: 'held' }
}

export function seekTask(file: EngineFile): SeekTask {
  const place = { kind: 'word', word: 0 } as const
  const format = { notation: 'iso', place, zoneMinutes: 0, lastChange: 0 } as const
  return { file, from: 0, to: 1, end: 1, at: 0, format }
}

/** The numbers of pieces that come in order and touch; throws when they do not. */
export function countsOf(pieces: readonly CountPiece[]): number[] {
  let at = 0
  return pieces.flatMap(({ from, to, newlines }) => {
    if (from !== at) throw new Error(`A piece begins at ${from} and not at ${at}.`)
    at = to
    return [...newlines]
  })
}

/** Hits per block, as whoever asked for a search adds them up; throws when pieces are out of order. */
export function hitsPerBlock(pieces: readonly SearchPiece[]): number[] {
  const counts: number[] = []
  let last = 0
  for (const { to, block, hits } of pieces) {
    if (to < last || block < counts.length - 1) throw new Error(`Out of order at ${to}.`)
    last = to
    for (const [at, count] of hits.entries()) {
      while (counts.length <= block + at) counts.push(0)
      counts[block + at] = (counts[block + at] ?? 0) + count
    }
  }
  return counts
}
