declare const brand: unique symbol

/** A position in the bytes of one generation, counted from 0. */
export type ByteOffset = number & { readonly [brand]: 'ByteOffset' }

/** Throws a RangeError unless `value` is a whole number from 0 to 2^53-1. */
export function byteOffset(value: number): ByteOffset {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${value} is not a byte offset: it must be a whole number from 0.`)
  }
  return value as ByteOffset
}
