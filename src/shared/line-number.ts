declare const brand: unique symbol

/**
 * The place of a line in its log, counted from 0 over all generations in the order in which the
 * lines were read. The screen shows it from 1.
 */
export type LineNumber = number & { readonly [brand]: 'LineNumber' }

/** Throws a RangeError unless `value` is a whole number from 0 to 2^53-1. */
export function lineNumber(value: number): LineNumber {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${value} is not a line number: it must be a whole number from 0.`)
  }
  return value as LineNumber
}
