import type { PaintedLine, Painter } from '../list/painter.ts'
import { findTokens } from './find-tokens.ts'

/** Colours what is the same in all logs: times, addresses, numbers and the like. */
export function createSyntaxPainter(): Painter {
  return { key: 'syntax', paint }
}

function paint({ text, coloured }: PaintedLine) {
  // Who coloured a line meant something by it.
  if (coloured) return []
  return findTokens(text).map(({ kind, from, to }) => ({ from, to, className: `token-${kind}` }))
}
