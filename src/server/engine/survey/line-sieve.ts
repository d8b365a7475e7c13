import type { Query } from '../../../shared/query.ts'
import { asBuffer } from '../as-buffer.ts'
import { blockOf } from '../block-index.ts'
import type { SpreadTask } from '../engine-task.ts'
import { EntryBounds } from '../entry/entry-bounds.ts'
import { createEntryTest } from '../entry/entry-start.ts'
import { findBit } from '../search/compile-query.ts'
import { EntryCollector } from '../search/entry-collector.ts'
import { createLineMatcher } from '../search/line-matcher.ts'
import { unitMatches } from '../search/long-line.ts'
import type { TaskTools } from '../threads/task-tools.ts'

/** A line in the scanner's buffer, its offset in the file, and what is counted of it. */
export interface SievedLine {
  readonly from: number
  readonly to: number
  readonly offset: number
  /** An index into LEVELS. */
  readonly level: number
  /** Its time, or its number. */
  readonly place: number
}

/** Lets the lines through that a query shows. */
export interface LineSieve {
  /** Takes the lines in order. */
  take(line: SievedLine): void
  /** There are no more. */
  end(): void
}

/** `pass` is told the place and the level of each line that is shown, sometimes after later ones were taken. */
export function createLineSieve(
  task: SpreadTask,
  tools: TaskTools,
  pass: (place: number, level: number) => void,
): LineSieve {
  const { query } = task
  if (query === undefined) {
    return { take: ({ place, level }) => pass(place, level), end: () => undefined }
  }
  if (query.entries) return createEntrySieve(task, query, tools, pass)
  const { matcher, run } = createLineMatcher(task.file, query, tools)
  return {
    take({ from, to, offset, place, level }) {
      run.set(from, to, offset)
      if (matcher.find(run).count > 0) pass(place, level)
    },
    end: () => undefined,
  }
}

/** All lines of an entry count at its level, each at its own place. */
function createEntrySieve(
  task: SpreadTask,
  wanted: Query,
  tools: TaskTools,
  pass: (place: number, level: number) => void,
): LineSieve {
  const { file, entryRule = { kind: 'indentation' } } = task
  const { matcher, run, query } = createLineMatcher(file, wanted, tools)
  const buffer = asBuffer(tools.scanner.buffer)
  const startsEntry = createEntryTest(entryRule, file.encoding)
  const entries = new EntryCollector({
    ...{ to: task.end, find: findBit(query), places: true },
    onEntry({ terms, level, from, places: lines }) {
      if (!unitMatches(terms, level, query)) return
      const shown = wanted.heads === true ? [from] : lines
      for (const offset of shown) pass(places.get(offset) ?? Number.NaN, level)
    },
  })
  /** Of the lines of the entry that is open, by their offsets. */
  const places = new Map<number, number>()
  const passed = { lineBlock: -1, startBlock: blockOf(task.from) }
  const bounds = new EntryBounds(passed)
  let beginsHere = task.from === 0 || task.lineStart === true

  function termsOf(from: number, to: number): number {
    let terms = 0
    for (const [at, term] of matcher.terms.entries()) if (term.test(run, from, to)) terms |= 1 << at
    return terms
  }

  return {
    take({ from, to, offset, level, place }) {
      run.set(from, to, offset)
      const terms = termsOf(from, to)
      const block = blockOf(offset)
      const begins = beginsHere || startsEntry(buffer, from, to)
      const isStart = begins || bounds.isCutAt(block)
      bounds.pass(block, begins)
      if (isStart) {
        entries.end()
        places.clear()
        entries.begin(offset, terms, level)
      } else entries.goOn(offset, terms)
      places.set(offset, place)
      beginsHere = false
    },
    end: () => entries.end(),
  }
}
