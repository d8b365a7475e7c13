import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import { bomLength, decodeLine } from '../../../../src/server/engine/decode.ts'
import type { EntryRule } from '../../../../src/server/engine/engine-task.ts'
import { createEntryTest } from '../../../../src/server/engine/entry/entry-start.ts'
import type { Encoding } from '../../../../src/shared/encoding.ts'
import { LEVELS, levelOf } from '../../../../src/shared/level.ts'
import type { Query, Term } from '../../../../src/shared/query.ts'
import { naiveLines } from '../naive-lines.ts'

/** A line that matches, as the oracle sees it. */
export interface NaiveHit {
  readonly offset: number
  readonly text: string
  /** Start of what it counts with: its entry, or the line itself. */
  readonly start: number
  /** The level that is counted for it, an index into LEVELS. */
  readonly level: number
  /** Lines of its entry, where heads are looked for. */
  readonly entryLines?: number
}

/** What a search is asked of; the first line begins at `begin`. */
export interface SearchedBytes {
  readonly bytes: Uint8Array
  readonly begin: number
  readonly end: number
  readonly encoding: Encoding
  readonly entryRule: EntryRule
}

interface TextLine {
  readonly offset: number
  readonly text: string
  readonly startsEntry: boolean
}

/** Lines or entries one after the other, each line decoded and tested alone. */
export function naiveSearch(log: SearchedBytes, query: Query): readonly (readonly NaiveHit[])[] {
  const tests = {
    all: query.all.map(testOf),
    any: query.any.map(testOf),
    none: query.none.map(testOf),
  }
  return units(log, query.entries).map((lines) => {
    const has = (test: RegExp): boolean => lines.some(({ text }) => test.test(text))
    const matches =
      tests.all.every(has) &&
      (tests.any.length === 0 || tests.any.some(has)) &&
      !tests.none.some(has)
    const [first] = lines
    if (!matches || first === undefined) return []
    const name = levelOf(first.text)
    if (query.levels !== undefined && !query.levels.includes(name)) return []
    const level = LEVELS.indexOf(name)
    const find = query.find === undefined ? null : testOf(query.find)
    const found = find === null ? lines : lines.filter(({ text }) => find.test(text))
    const shown = query.heads === true ? [first] : found
    const entry = query.heads === true ? { entryLines: lines.length } : {}
    return shown.map(({ offset, text }) => ({ offset, text, start: first.offset, level, ...entry }))
  })
}

/** Where each line, or entry, starts. */
export function naiveStarts(log: SearchedBytes, entries: boolean): number[] {
  return units(log, entries).map(([first]) => first?.offset ?? 0)
}

/** Newlines that stand before `offset` in its block. */
export function naiveNewlines({ bytes, encoding }: SearchedBytes, offset: number): number {
  const blockStart = offset - (offset % BLOCK_BYTES)
  const part = bytes.subarray(blockStart, offset)
  return naiveLines(part, encoding).filter(({ finished }) => finished).length
}

function units(log: SearchedBytes, entries: boolean): TextLine[][] {
  const found: TextLine[][] = []
  const lines = textLines(log)
  const blockOf = ({ offset }: TextLine): number => Math.floor(offset / BLOCK_BYTES)
  for (const [at, line] of lines.entries()) {
    const last = found.at(-1)
    // The first line of a block is cut off where no entry starts in four blocks before.
    const before = lines[at - 1]
    const isFirst = before !== undefined && blockOf(before) !== blockOf(line)
    const near = lines.slice(0, at).some((one, number) => {
      return (number === 0 || one.startsEntry) && blockOf(one) >= blockOf(line) - 4
    })
    if (entries && last !== undefined && !line.startsEntry && (!isFirst || near)) last.push(line)
    else found.push([line])
  }
  return found
}

function textLines({ bytes, begin, end, encoding, entryRule }: SearchedBytes): TextLine[] {
  const startsEntry = createEntryTest(entryRule, encoding)
  return naiveLines(bytes.subarray(begin, end), encoding).map((line) => {
    const offset = begin + line.start
    const bom = offset === 0 ? bomLength(bytes, encoding) : 0
    const raw = bytes.subarray(offset + bom, begin + line.end)
    return { offset, text: decodeLine(raw, encoding), startsEntry: startsEntry(raw, 0, raw.length) }
  })
}

function testOf({ kind, pattern, matchCase, wholeWord }: Term): RegExp {
  const source = kind === 'text' ? pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : pattern
  const alone = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source
  return new RegExp(alone, matchCase ? 'u' : 'iu')
}
