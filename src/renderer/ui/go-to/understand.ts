import { momentOf, type Surroundings } from './moment-of.ts'
import { type GoTo, parseGoTo } from './parse-go-to.ts'

/** What a typed text means in the log on the screen. */
export type Understood =
  /** Nothing was typed. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'line'; readonly number: number }
  /** In ms since 1970. */
  | { readonly kind: 'time'; readonly ms: number }
  /** It is a time, and the lines of this log have none that are understood. */
  | { readonly kind: 'no-times' }
  | { readonly kind: 'unreadable' }

/** What there is to go to. */
export interface Reach {
  /** The number after the last line. */
  readonly lines: number
  /** Null when the lines have no times. */
  readonly times: Surroundings | null
  /** How `5/6` is read. */
  readonly dayFirst: boolean
  /** The time that a line of the log would have that begins with `text`: times are pasted, too. */
  timeOf(text: string): number | null
}

/** Digits mean a line where there are so many, else a time where they can mean one. */
export function understand(text: string, reach: Reach): Understood {
  if (text.trim() === '') return { kind: 'nothing' }
  const goTo = parseGoTo(text, reach)
  if (goTo === null) {
    const pasted = reach.times === null ? null : reach.timeOf(text.trim())
    return pasted === null ? { kind: 'unreadable' } : { kind: 'time', ms: pasted }
  }
  if (goTo.kind !== 'line') return timeOf(goTo, reach)
  const { number, epoch } = goTo
  const isTime = epoch !== null && number > reach.lines && reach.times !== null
  return isTime ? { kind: 'time', ms: epoch } : { kind: 'line', number }
}

function timeOf(goTo: Exclude<GoTo, { kind: 'line' }>, { times }: Reach): Understood {
  if (times === null) return { kind: 'no-times' }
  const ms = momentOf(goTo, times)
  return ms === null ? { kind: 'unreadable' } : { kind: 'time', ms }
}
