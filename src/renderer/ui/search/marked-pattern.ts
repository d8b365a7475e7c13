import { shownText } from '../filters/shown-text.ts'

/** Characters of the pattern that are shown on each side of its mistake. */
const AROUND = 24

/** A pattern around the place of its mistake, as it can be shown. */
export interface MarkedPattern {
  readonly before: string
  /** The character at which the parser gave up; a space when it is the end of the pattern. */
  readonly at: string
  readonly after: string
}

/** Cuts the pattern at `at`, a place in UTF-16 units. */
export function markedPattern(pattern: string, at: number): MarkedPattern {
  const place = Math.min(at, pattern.length)
  const character = pattern.codePointAt(place)
  const width = character === undefined ? 0 : character > 0xffff ? 2 : 1
  const start = Math.max(0, place - AROUND)
  const end = place + width + AROUND
  return {
    before: (start > 0 ? '…' : '') + shownText(pattern.slice(start, place)),
    at: width === 0 ? ' ' : shownText(pattern.slice(place, place + width)),
    after: shownText(pattern.slice(place + width, end)) + (end < pattern.length ? '…' : ''),
  }
}
