import { findLevel, type Level } from '../../shared/level.ts'
import { splitEscapes } from './escape-sequences.ts'
import { createSgrState, type SgrStyle } from './sgr-style.ts'
import { splitSymbols } from './visible-symbols.ts'

/** A run of a line that looks the same: the log's text, its level word, or a symbol of ours. */
export interface Span {
  readonly kind: 'text' | 'level' | 'symbol'
  readonly text: string
  readonly style: SgrStyle | null
}

/** A line as it is drawn. */
export interface StyledLine {
  readonly spans: readonly Span[]
  readonly level: Level
}

/**
 * Spans of one line at most; what follows looks like the last one. Coloured lines have under 50; a
 * line made of escapes or of every other byte NUL would have 8 000, times the rows of a screen.
 */
export const MAX_SPANS = 256

/** Anything that is not drawn as it is; most lines have none of it and take the short way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const SPECIAL = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Turns the raw text of a line into spans; the text of the spans together is what copy gives. */
export function styleLine(text: string): StyledLine {
  const spans = SPECIAL.test(text) ? specialSpans(text) : plainSpans(text)
  const plain = spans.length === 1 && spans[0]?.kind === 'text' ? spans[0].text : textOf(spans)
  const found = findLevel(plain)
  if (found === null) return { spans, level: 'none' }
  const coloured = spans.some(({ style }) => style !== null)
  return {
    // A line with colours of its own keeps them.
    spans: coloured ? spans : markLevel(spans, found.from, found.to),
    level: found.level,
  }
}

/** What a line's text is without its sequences and with symbols for what must not act. */
export function plainText(text: string): string {
  return SPECIAL.test(text) ? textOf(specialSpans(text)) : text
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

function plainSpans(text: string): readonly Span[] {
  return text === '' ? [] : [{ kind: 'text', text, style: null }]
}

function specialSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  const state = createSgrState()
  let style: SgrStyle | null = null
  for (const piece of splitEscapes(text)) {
    if (piece.kind === 'sgr') style = state.apply(piece.parameters)
    else for (const part of splitSymbols(piece.text)) add(spans, { ...part, style })
  }
  return spans
}

function add(spans: Span[], span: Span): void {
  const last = spans.at(-1)
  const isSame = last?.kind === span.kind && last.style === span.style
  if (last !== undefined && (isSame || spans.length >= MAX_SPANS)) {
    spans[spans.length - 1] = { ...last, text: last.text + span.text }
  } else spans.push(span)
}

function markLevel(spans: readonly Span[], from: number, to: number): readonly Span[] {
  let at = 0
  return spans.flatMap((span) => {
    const start = at
    at += span.text.length
    if (span.kind !== 'text' || from < start || to > at) return [span]
    const cut = (begin: number, end: number) => span.text.slice(begin - start, end - start)
    const parts: readonly Span[] = [
      { ...span, text: cut(start, from) },
      { ...span, kind: 'level', text: cut(from, to) },
      { ...span, text: cut(to, at) },
    ]
    return parts.filter(({ text }) => text !== '')
  })
}
