import { type LineNumber, lineNumber } from '../../../shared/line-number.ts'
import type { ReachableLines } from './reachable-lines.ts'

/** What a wish to go to a line comes to. */
export type LineVerdict =
  | { readonly kind: 'go'; readonly line: LineNumber }
  /** The index may still find the line. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'no-lines' }

/** Whether the line with this number, counted from 1, can be shown among `lines`. */
export function judgeLine(number: number, { first, end, indexed }: ReachableLines): LineVerdict {
  const line = number - 1
  if (line >= first && line < end) return { kind: 'go', line: lineNumber(line) }
  if (line >= end && indexed !== null) return { kind: 'wait' }
  return end <= first ? { kind: 'no-lines' } : { kind: 'outside' }
}
