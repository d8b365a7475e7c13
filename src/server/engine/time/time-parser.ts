import type { Encoding } from '../../../shared/encoding.ts'
import type { ByteCursor } from '../../../shared/time/byte-cursor.ts'
import { searchIn } from '../../../shared/time/time-place.ts'
import { TIME_READERS } from '../../../shared/time/time-reader.ts'
import type { TimeFormat } from '../engine-task.ts'
import { createFormatContext } from './format-context.ts'
import { createPrefixReader } from './line-prefix.ts'

/**
 * The time of the line at `[from, to)` of `bytes`, in ms since 1970 without fractions; NaN when it has
 * none in the format. `to` may be before or after the line's ending.
 */
export type TimeParser = (bytes: Uint8Array, from: number, to: number) => number

/**
 * Reads the times of one format out of the bytes, without strings: 90 to 170 ns a line in any notation;
 * Date.parse takes 210 ns after decoding, and knows one of them.
 */
export function createTimeParser(format: TimeFormat, encoding: Encoding): TimeParser {
  const context = createFormatContext(format)
  const reader = TIME_READERS[format.notation]
  const prefixOf = createPrefixReader(encoding)
  const search = searchIn(format.place)
  const cursor: ByteCursor = { bytes: new Uint8Array(0), at: 0, to: 0 }
  const read = (at: number): number => {
    cursor.at = at
    return reader(cursor, context)
  }
  return (bytes, from, to) => {
    const prefix = prefixOf(bytes, from, to)
    cursor.bytes = prefix.bytes
    cursor.to = prefix.to
    return search(prefix, read)
  }
}
