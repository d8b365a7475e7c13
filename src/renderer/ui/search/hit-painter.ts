import type { Term } from '../../../shared/query.ts'
import type { Paint, Painter } from '../../list/painter.ts'
import { findHits, type Hit } from './find-hits.ts'
import { HitFinder, type HitThread } from './hit-finder.ts'
import { hitPattern } from './hit-pattern.ts'

export interface HitPainterOptions {
  /** Class of every hit. */
  readonly className: string
  readonly startThread: () => HitThread
  /** There is another painter to be set: it paints more, or nothing any more when the pattern ran away. */
  readonly onChange: (painter: Painter | null) => void
}

/** Paints the hits of one term, until it is closed. */
export interface HitPainter {
  /** Null for a term that cannot be looked for. */
  readonly painter: Painter | null
  close(): void
}

/** The `close` of a painter without a thread. */
const holdsNothing = (): void => undefined

/** Painters made so far: hits that are found later must redraw the rows. */
let painters = 0

/**
 * Paints the hits of a term. A text is looked for at once, in time that grows with the line alone; a
 * regular expression in a thread that can be ended, and its hits are painted a frame or two later.
 */
export function createHitPainter(term: Term, options: HitPainterOptions): HitPainter {
  const pattern = hitPattern(term)
  const painted = (hits: readonly Hit[]): readonly Paint[] =>
    hits.map((hit) => ({ ...hit, className: options.className }))
  if (pattern === null) return { painter: null, close: holdsNothing }
  const key = JSON.stringify([options.className, term])
  if (term.kind === 'text') {
    const compiled = new RegExp(pattern.source, pattern.flags)
    return {
      painter: { key, paint: ({ text }) => painted(findHits(compiled, text)) },
      close: holdsNothing,
    }
  }
  const finder = new HitFinder({
    pattern,
    startThread: options.startThread,
    onFound: () => options.onChange(made()),
    onRunaway: () => options.onChange(null),
  })
  const made = (): Painter => ({
    key: `${key} ${++painters}`,
    paint: ({ text }) => painted(finder.hitsOf(text)),
  })
  return { painter: made(), close: () => finder.close() }
}
