import { type LineNumber, lineNumber } from '../../../shared/line-number.ts'
import type { GoTo } from './parse-go-to.ts'
import type { ReachableLines } from './reachable-lines.ts'

/** What a wish to go somewhere comes to. */
export type GoToVerdict =
  | { readonly kind: 'go'; readonly line: LineNumber }
  /** The index may still find the line. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'no-lines' }

/** Whether the line that was asked for can be shown among `lines`. */
export function judgeGoTo({ number }: GoTo, { first, end, indexed }: ReachableLines): GoToVerdict {
  const line = number - 1
  if (line >= first && line < end) return { kind: 'go', line: lineNumber(line) }
  if (line >= end && indexed !== null) return { kind: 'wait' }
  return end <= first ? { kind: 'no-lines' } : { kind: 'outside' }
}
