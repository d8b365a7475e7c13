import type { Query } from '../src/shared/query.ts'
import type { Bar } from './bar.ts'
import { RARE_WORD } from './data/rare-word.ts'

/** A search, as Rastro and as ripgrep are asked for it. */
export interface BenchSearch {
  readonly name: string
  readonly query: Query
  readonly rgArgs: readonly string[]
  /** For the time of every hit, as a ratio to `rg -c`. */
  readonly bar: Bar
}

const LITERAL_BAR: Bar = { sense: 'at most', value: 1.5 }
/** For a regular expression of which each match holds the same literal. */
const WITH_LITERAL_BAR: Bar = { sense: 'at most', value: 2.5 }
const WITHOUT_LITERAL_BAR: Bar = { sense: 'at most', value: 8 }

/** The searches of the bench, over the plain lines of bench/data. */
export const SEARCHES: readonly BenchSearch[] = [
  text('ERROR'),
  text('WARN'),
  text(RARE_WORD),
  text('exception', false),
  regexp('timeout after \\d+ms', WITH_LITERAL_BAR),
  regexp('[0-9]{5} bytes in [0-9]{4,}', WITH_LITERAL_BAR),
  regexp('[a-z]+\\.[A-Z]\\w+Service', WITH_LITERAL_BAR),
  // A literal in each branch, and none in all.
  regexp('\\d{2}\\.\\d{2,3} port|u\\d+ by uid=5', WITHOUT_LITERAL_BAR),
  regexp('\\b[0-9a-f]{8}-[0-9a-f]{4}\\b', WITHOUT_LITERAL_BAR),
]

function text(pattern: string, matchCase = true): BenchSearch {
  return {
    name: matchCase ? pattern : `${pattern}, any case`,
    query: queryOf('text', pattern, matchCase),
    rgArgs: [...(matchCase ? [] : ['-i']), '-F', '-e', pattern],
    bar: LITERAL_BAR,
  }
}

function regexp(pattern: string, bar: Bar): BenchSearch {
  return {
    // A bar would end the cell of a Markdown table.
    name: `\`${pattern.replaceAll('|', '\\|')}\``,
    query: queryOf('regexp', pattern, true),
    rgArgs: ['-e', pattern],
    bar,
  }
}

function queryOf(kind: 'text' | 'regexp', pattern: string, matchCase: boolean): Query {
  return {
    all: [{ kind, pattern, matchCase, wholeWord: false }],
    any: [],
    none: [],
    entries: false,
  }
}
