/** A place in a log that a person can name. */
export type GoTo =
  /** The line with this number, counted from 1 as on the screen. */
  { readonly kind: 'line'; readonly number: number }

/**
 * Digits, alone or in groups of three with one kind of separator between them, as any language
 * writes numbers and as they are copied out of the status bar: `12345`, `12.345`, `12,345`, `12 345`.
 */
const NUMBER = /^\d+$|^\d{1,3}(?<separator>[.,'’_ \u00a0\u202f])\d{3}(?:\k<separator>\d{3})*$/

/** The place that `text` names; null when it names none. */
export function parseGoTo(text: string): GoTo | null {
  const trimmed = text.trim()
  if (!NUMBER.test(trimmed)) return null
  return { kind: 'line', number: Number(trimmed.replace(/\D/g, '')) }
}
