import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Format } from '../../i18n/format.ts'
import type { ReachableLines } from './reachable-lines.ts'
import type { Going } from './use-going.ts'

/** An example of a number of the kind that logs have. */
const EXAMPLE_LINE = 12_345

/** What stands below the field. */
export interface GoToWords {
  /** Which lines there are. */
  readonly help: string
  /** Why the line cannot be gone to; null when nothing is wrong. */
  readonly error: string | null
  /** What is waited for; null when nothing is. */
  readonly waiting: string | null
}

/** The range of `lines`, and what became of the wish. */
export function goToWords(
  t: TFunction,
  format: Format,
  going: Going,
  lines: ReachableLines,
): GoToWords {
  const range = { first: format.number(lines.first + 1), last: format.number(lines.end) }
  const percent = format.percent(lines.indexed ?? 1)
  const says = (words: Partial<GoToWords>): GoToWords => ({
    help: rangeWords(t, lines, { ...range, percent }),
    error: null,
    waiting: null,
    ...words,
  })
  switch (going.kind) {
    case 'asking':
      return says({})
    case 'unreadable':
      return says({ error: t('goTo.notANumber', { example: format.number(EXAMPLE_LINE) }) })
    case 'asked': {
      const { verdict, goTo } = going
      switch (verdict.kind) {
        case 'go':
          return says({})
        case 'wait':
          return says({ waiting: t('goTo.waiting', { percent }) })
        case 'outside':
          return says({
            error: t('goTo.outside', { line: format.number(goTo.number), ...range }),
          })
        case 'no-lines':
          return says({ error: t('goTo.noLines') })
        default:
          return assertNever(verdict, 'verdict')
      }
    }
    default:
      return assertNever(going, 'state of going')
  }
}

function rangeWords(
  t: TFunction,
  { first, end, indexed }: ReachableLines,
  values: { first: string; last: string; percent: string },
): string {
  if (end <= first) return t('goTo.noLines')
  return indexed === null ? t('goTo.range', values) : t('goTo.rangeSoFar', values)
}
