import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Format } from '../../i18n/format.ts'
import type { KnownTimes } from '../histogram/log-times.ts'
import type { TimeWords } from '../histogram/time-words.ts'
import { judgeLine, type LineVerdict } from './judge-line.ts'
import type { ReachableLines } from './reachable-lines.ts'
import type { Understood } from './understand.ts'
import type { Going } from './use-going.ts'

/** An example of a number of the kind that logs have. */
const EXAMPLE_LINE = 12_345

/** What is known of the log when the words are chosen. */
export interface GoToFacts {
  readonly lines: ReachableLines
  /** Null while they are not known. */
  readonly times: KnownTimes | null
}

/** What stands below the field. */
export interface GoToWords {
  /** Which lines and times there are. */
  readonly help: string
  /** Where the typed text would lead; null when that is nowhere. */
  readonly understood: string | null
  /** Why it cannot be gone to; null when nothing is wrong. */
  readonly error: string | null
  /** What is waited for; null when nothing is. */
  readonly waiting: string | null
}

/** Says in the user's language what there is, what was understood and what became of the wish. */
export function createGoToWords(t: TFunction, format: Format, time: TimeWords) {
  const wallClock = (ms: number, { clock }: KnownTimes) => time.moment(clock.toWallClock(ms))

  function understood(meant: Understood, { lines, times }: GoToFacts): string | null {
    switch (meant.kind) {
      case 'nothing':
      case 'unreadable':
        return null
      case 'no-times':
        return t('goTo.noTimes')
      case 'line':
        return understoodLine(meant.number, lines)
      case 'time':
        if (times === null) return null
        return t('goTo.understoodTime', {
          time: wallClock(meant.ms, times),
          zone: times.clock.zone,
        })
      default:
        return assertNever(meant, 'what was understood')
    }
  }

  /** That a line is not there is told before it is asked for; one that may still come is gone to. */
  function understoodLine(number: number, lines: ReachableLines): string {
    const isOutside = judgeLine(number, lines).kind === 'outside'
    return t(isOutside ? 'goTo.noLine' : 'goTo.understoodLine', { line: format.number(number) })
  }

  function help({ lines, times }: GoToFacts): string {
    const range = linesWords(lines)
    if (times?.reach == null) return range
    const { first, last } = times.reach
    const values = { first: wallClock(first, times), last: wallClock(last, times) }
    return `${range} ${t('goTo.times', { ...values, zone: times.clock.zone })}`
  }

  function linesWords({ first, end, indexed }: ReachableLines): string {
    if (end <= first) return t('goTo.noLines')
    const values = { first: format.number(first + 1), last: format.number(end) }
    if (indexed === null) return t('goTo.range', values)
    return t('goTo.rangeSoFar', { ...values, percent: format.percent(indexed) })
  }

  function lineWords(number: number, verdict: LineVerdict, lines: ReachableLines) {
    switch (verdict.kind) {
      case 'go':
        return {}
      case 'wait':
        return { waiting: t('goTo.waiting', { percent: format.percent(lines.indexed ?? 1) }) }
      case 'outside':
        return {
          error: t('goTo.outside', {
            line: format.number(number),
            first: format.number(lines.first + 1),
            last: format.number(lines.end),
          }),
        }
      case 'no-lines':
        return { error: t('goTo.noLines') }
      default:
        return assertNever(verdict, 'verdict')
    }
  }

  function goingWords(going: Going, { lines, times }: GoToFacts): Partial<GoToWords> {
    switch (going.kind) {
      case 'asking':
        return {}
      case 'unreadable':
        return { error: t('goTo.unreadable', { example: format.number(EXAMPLE_LINE) }) }
      case 'no-times':
        return { error: t('goTo.noTimes') }
      case 'line':
        return lineWords(going.number, going.verdict, lines)
      case 'time':
        return timeWords(going, times)
      default:
        return assertNever(going, 'state of going')
    }
  }

  function timeWords(
    { ms, answer }: Extract<Going, { kind: 'time' }>,
    times: KnownTimes | null,
  ): Partial<GoToWords> {
    switch (answer) {
      case 'waiting':
        return { waiting: t('goTo.looking') }
      case 'after':
        if (times?.reach == null) return { error: t('goTo.noTimes') }
        return {
          error: t('goTo.after', {
            time: wallClock(ms, times),
            last: wallClock(times.reach.last, times),
          }),
        }
      case 'failed':
        return { error: t('goTo.failed') }
      default:
        return assertNever(answer, 'answer to a time')
    }
  }

  return (going: Going, meant: Understood, facts: GoToFacts): GoToWords => ({
    help: help(facts),
    understood: understood(meant, facts),
    error: null,
    waiting: null,
    ...goingWords(going, facts),
  })
}
