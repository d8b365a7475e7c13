import { asBuffer } from '../as-buffer.ts'
import type { CompiledTerm } from './compile-term.ts'
import { LineList } from './line-list.ts'
import type { LineRun } from './line-run.ts'
import { type TermNeedle, termNeedles } from './term-needles.ts'

const LF = 0x0a

/** Finds the lines of runs that have one term. It keeps the lists that it fills for the next run. */
export interface TermMatcher {
  readonly term: CompiledTerm
  /** Whether bytes tell the lines: then finding them costs little, however many there are. */
  readonly isFast: boolean
  /** All lines of the run that have the term, in order. The list is filled again by the next call. */
  find(run: LineRun): LineList
  /** Whether one line of the run has it. */
  test(run: LineRun, start: number, end: number): boolean
}

/** `run` tells the encoding; the matcher is for runs of that one file. */
export function createTermMatcher(term: CompiledTerm, run: LineRun): TermMatcher {
  const { bytesEncoding } = run
  const needles =
    term.required === null || bytesEncoding === null
      ? null
      : termNeedles(term.required, !term.term.matchCase, bytesEncoding)
  const found = new LineList()
  const one = new LineList()
  const both = new LineList()

  function test(lines: LineRun, start: number, end: number): boolean {
    return term.line.test(lines.textOf(start, end))
  }

  function findByNeedles(lines: LineRun, wanted: readonly TermNeedle[]): LineList {
    let result = found
    let spare = both
    result.clear()
    for (const needle of wanted) {
      if (needle.beyondAscii && lines.isAscii) continue
      const first = result.count === 0
      const into = first ? result : one
      listLines(lines, needle, into)
      if (!needle.sure) into.keepWhere((start, end) => test(lines, start, end), true)
      if (first) continue
      spare.unite(result, one)
      ;[result, spare] = [spare, result]
    }
    return result
  }

  return {
    term,
    isFast: needles !== null,
    test,
    find(lines) {
      if (needles !== null) return findByNeedles(lines, needles)
      found.clear()
      // Asked first: text is decoded faster once it is known to be ASCII.
      if (term.chunk !== null && (lines.isAscii || bytesEncoding !== null) && lines.isEven) {
        if (lines.isOneToOne) listMatches(lines, term.chunk, found)
        else listMatchesByCount(lines, term.chunk, found)
        return found
      }
      found.copy(lines.lines)
      found.keepWhere((start, end) => test(lines, start, end), true)
      return found
    },
  }
}

function listLines({ scanner, from, to }: LineRun, { needle }: TermNeedle, into: LineList): void {
  into.clear()
  for (let at = from; at < to; ) {
    const { count, starts, ends, next } = scanner.findLines(needle, at, to)
    into.append(starts, ends, count)
    at = next
  }
}

/** The lines in which the pattern matches, where byte and character are one. */
function listMatches({ scanner, from, to, text }: LineRun, pattern: RegExp, into: LineList): void {
  const bytes = asBuffer(scanner.buffer)
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = from + match.index
    const start = at === from ? from : Math.max(from, bytes.lastIndexOf(LF, at - 1) + 1)
    const feed = bytes.indexOf(LF, at)
    const end = feed === -1 || feed >= to ? to : feed + 1
    into.push(start, end)
    if (end === to) return
    pattern.lastIndex = end - from
  }
}

/** The same where they are not: lines are counted in the text, and the n-th is the n-th of the run. */
function listMatchesByCount(run: LineRun, pattern: RegExp, into: LineList): void {
  const { text, lines } = run
  let line = 0
  let lineEnd = text.indexOf('\n')
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    while (lineEnd !== -1 && lineEnd < match.index) {
      line++
      lineEnd = text.indexOf('\n', lineEnd + 1)
    }
    into.push(lines.starts[line] ?? 0, lines.ends[line] ?? 0)
    if (lineEnd === -1) return
    pattern.lastIndex = lineEnd + 1
    line++
    lineEnd = text.indexOf('\n', lineEnd + 1)
  }
}
