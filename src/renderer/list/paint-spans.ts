import { MAX_COLUMNS } from './clip-columns.ts'
import type { Paint } from './painter.ts'
import { MAX_SPANS, type Span } from './span.ts'

/** For each character of the line that is being painted, which paint lies on top of it; 0 for none. */
const topmost = new Uint16Array(MAX_COLUMNS)

/**
 * Lays paints over the spans of a line, the later ones over the earlier. One pass over the characters
 * of the paints and one over the spans: the time does not depend on how the paints overlap.
 */
export function paintSpans(spans: readonly Span[], paints: readonly Paint[]): readonly Span[] {
  if (paints.length === 0) return spans
  const length = spans.reduce((sum, { text }) => sum + text.length, 0)
  const end = Math.min(length, MAX_COLUMNS)
  topmost.fill(0, 0, end)
  for (const [at, { from, to }] of paints.entries()) {
    topmost.fill(at + 1, clamp(from, end), clamp(to, end))
  }
  const painted: Span[] = []
  let start = 0
  for (const span of spans) {
    cutSpan(span, start, paints, painted)
    start += span.text.length
  }
  return painted
}

function cutSpan(span: Span, start: number, paints: readonly Paint[], into: Span[]): void {
  const { length } = span.text
  let from = 0
  while (from < length) {
    const top = topmost[start + from] ?? 0
    let to = from + 1
    while (to < length && (topmost[start + to] ?? 0) === top) to += 1
    const last = into.at(-1)
    if (last !== undefined && into.length >= MAX_SPANS) {
      // As for a line's own colours: what follows looks like the last one.
      into[into.length - 1] = { ...last, text: last.text + span.text.slice(from) }
      return
    }
    const paint = paints[top - 1]?.className ?? null
    into.push({ ...span, text: span.text.slice(from, to), paint })
    from = to
  }
}

function clamp(value: number, end: number): number {
  return Math.max(0, Math.min(value, end))
}
