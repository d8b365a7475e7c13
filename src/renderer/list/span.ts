import type { SgrStyle } from './sgr-style.ts'

/** A run of a line that looks the same: the log's text, its level word, or a symbol of ours. */
export interface Span {
  readonly kind: 'text' | 'level' | 'symbol'
  readonly text: string
  readonly style: SgrStyle | null
  /** Class that a painter gave it. */
  readonly paint: string | null
}

/**
 * Spans of one line at most; what follows looks like the last one. Coloured lines have under 50; a
 * line made of escapes or of every other byte NUL would have 8 000, times the rows of a screen.
 */
export const MAX_SPANS = 256
