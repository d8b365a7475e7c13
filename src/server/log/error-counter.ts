import type { Encoding } from '../../shared/encoding.ts'
import { isErrorLevel, LEVELS } from '../../shared/level.ts'
import { bomLength } from '../engine/decode.ts'
import { createScanner } from '../engine/scan/create-scanner.ts'
import type { ByteEncoding, Scanner } from '../engine/scan/scanner.ts'

/**
 * Counts the lines at level error or fatal in bytes as they come. A level stands in the first 256
 * characters of a line, so no more of an unfinished line is carried over.
 */
export interface ErrorCounter {
  readonly errors: number
  /** Takes the bytes that follow those taken before; UTF-16 is cut between its units only. */
  append(bytes: Uint8Array, encoding: Encoding): void
  /** Forgets the unfinished line: it is counted elsewhere, and the next bytes begin a line. */
  skip(): void
  /** Adds errors that were counted elsewhere. */
  add(found: number): void
}

/** The first 256 characters, with colours between them. */
const CARRIED_BYTES = 1024

/** Bytes that are looked at together: as many as the follower reads at once. */
const SLICE_BYTES = 256 * 1024

const LF = 0x0a

/** What stands for the characters of UTF-16 that are not ASCII: no part of a level. */
const NARROW_MARK = 0xff

const ERROR_LEVELS = [...LEVELS.keys()].filter((at) => isErrorLevel(LEVELS[at] ?? 'none'))

/**
 * One for all logs: it holds nothing between two calls. In place of a regular expression it made
 * following three times as fast (bench: tail).
 */
let shared: Scanner | null = null

/** Bytes of the byte order mark before a log's first line; that of UTF-16 is one byte when narrowed. */
function markLength(bytes: Uint8Array, encoding: ByteEncoding): number {
  return encoding === 'utf-8' ? bomLength(bytes, encoding) : bytes[0] === NARROW_MARK ? 1 : 0
}

export function createErrorCounter(): ErrorCounter {
  let errors = 0
  const carried = Buffer.alloc(CARRIED_BYTES)
  let carriedBytes = 0
  let isFirstLine = true

  function carry(bytes: Uint8Array): void {
    const part = bytes.subarray(0, CARRIED_BYTES - carriedBytes)
    carried.set(part, carriedBytes)
    carriedBytes += part.length
  }

  /** Whole lines: what was carried, and the bytes that end the line and hold further ones. */
  function count(lines: Uint8Array, encoding: ByteEncoding): void {
    shared ??= createScanner(CARRIED_BYTES + SLICE_BYTES)
    const feed = lines.indexOf(LF)
    carry(lines.subarray(0, feed))
    shared.buffer.set(carried.subarray(0, carriedBytes))
    shared.buffer.set(lines.subarray(feed), carriedBytes)
    const from = isFirstLine ? markLength(shared.buffer, encoding) : 0
    isFirstLine = false
    const rows = shared.countLevelsPerBlock(from, carriedBytes + lines.length - feed, 0, encoding)
    for (let row = 0; row < rows.length; row += LEVELS.length) {
      for (const level of ERROR_LEVELS) errors += rows[row + level] ?? 0
    }
    carriedBytes = 0
  }

  function take(bytes: Uint8Array, encoding: ByteEncoding): void {
    const end = bytes.lastIndexOf(LF) + 1
    if (end > 0) count(bytes.subarray(0, end), encoding)
    carry(bytes.subarray(end))
  }

  /** UTF-16 in the encoding that the scanner reads: what is not ASCII is no part of a level. */
  function narrow(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
    const units = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    const text = (encoding === 'utf-16be' ? units.swap16() : units).toString('utf16le')
    return Buffer.from(text.replace(/[^\0-\x7f]/g, '\xff'), 'latin1')
  }

  return {
    get errors() {
      return errors
    },
    append(bytes, encoding) {
      for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
        const slice = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(
          at,
          at + SLICE_BYTES,
        )
        if (encoding === 'utf-16le' || encoding === 'utf-16be') {
          take(narrow(slice, encoding), 'windows-1252')
        } else take(slice, encoding)
      }
    },
    skip() {
      carriedBytes = 0
      isFirstLine = false
    },
    add(found) {
      errors += found
    },
  }
}
