declare const brand: unique symbol

/**
 * The place of a line among the matches of a view, counted from 0. Rows are numbered for good, as
 * lines are: those that can be read no more keep their numbers.
 */
export type RowNumber = number & { readonly [brand]: 'RowNumber' }

/** Throws a RangeError unless `value` is a whole number from 0 to 2^53-1. */
export function rowNumber(value: number): RowNumber {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${value} is not a row number: it must be a whole number from 0.`)
  }
  return value as RowNumber
}
