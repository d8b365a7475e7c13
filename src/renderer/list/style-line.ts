import { findLevel, type Level } from '../../shared/level.ts'
import { drawnSymbols } from './drawn-symbols.ts'
import { splitEscapes } from './escape-sequences.ts'
import { paintSpans } from './paint-spans.ts'
import type { Painter } from './painter.ts'
import { createSgrState, type SgrStyle } from './sgr-style.ts'
import { MAX_SPANS, type Span } from './span.ts'
import { splitSymbols } from './visible-symbols.ts'

/** A line as it is drawn. */
export interface StyledLine {
  readonly spans: readonly Span[]
  readonly level: Level
}

/** Anything that is not drawn as it is; most lines have none of it and take the short way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const SPECIAL = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/

/** Turns the raw text of a line into spans; the text of the spans together is what copy gives. */
export function styleLine(text: string, painter: Painter | null = null): StyledLine {
  const spans = SPECIAL.test(text) ? specialSpans(text) : plainSpans(text)
  const plain = spans.length === 1 && spans[0]?.kind === 'text' ? spans[0].text : textOf(spans)
  const found = findLevel(plain)
  const level = found?.level ?? 'none'
  const coloured = spans.some(({ style }) => style !== null)
  // A line with colours of its own keeps them.
  const marked = found === null || coloured ? spans : markLevel(spans, found.from, found.to)
  if (painter === null) return { spans: marked, level }
  return { spans: paintSpans(marked, painter.paint({ text: plain, level, coloured })), level }
}

/** What a line's text is without its sequences and with symbols for what must not act. */
export function plainText(text: string): string {
  return SPECIAL.test(text) ? textOf(specialSpans(text)) : text
}

/** The characters that a line is drawn with, as many as {@link plainText} has. */
export function drawnText(text: string): string {
  if (!SPECIAL.test(text)) return text
  return specialSpans(text)
    .map(({ kind, text: own }) => (kind === 'symbol' ? drawnSymbols(own) : own))
    .join('')
}

function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

function plainSpans(text: string): readonly Span[] {
  return text === '' ? [] : [{ kind: 'text', text, style: null, paint: null }]
}

function specialSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  const state = createSgrState()
  let style: SgrStyle | null = null
  for (const piece of splitEscapes(text)) {
    if (piece.kind === 'sgr') style = state.apply(piece.parameters)
    else for (const part of splitSymbols(piece.text)) add(spans, { ...part, style, paint: null })
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
