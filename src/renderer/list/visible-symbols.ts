/** A run of text that can be shown as it is, or one character that must not act and gets a symbol. */
export type TextPart = { readonly kind: 'text' | 'symbol'; readonly text: string }

/**
 * Characters that would act instead of being seen: C0 (but the tab), DEL and C1 controls; the bidi
 * controls that reorder text (Trojan Source, CVE-2021-42574); line and paragraph separators; the
 * blanks without a width. The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g

/** Splits text into what can be shown as it is and symbols for what cannot. */
export function splitSymbols(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const { index, 0: character } of text.matchAll(ACTING)) {
    if (index > at) parts.push({ kind: 'text', text: text.slice(at, index) })
    parts.push({ kind: 'symbol', text: symbolOf(character) })
    at = index + 1
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

/** Whether a text that is shown holds one of our symbols, or looks as if it did. */
export function hasSymbol(shown: string): boolean {
  return /[\u2400-\u2421]|\u27e8U\+/.test(shown)
}

function symbolOf(character: string): string {
  const code = character.charCodeAt(0)
  // U+2400 to U+241F are the pictures of U+0000 to U+001F in order; U+2421 is that of DEL.
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`
}
