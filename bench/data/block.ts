import { createRandom, type Random } from '../../src/server/generator/seeded-random.ts'
import type { LineMaker, TimeInHour } from './data-line.ts'
import { createJsonLines } from './json-lines.ts'
import { createLongLines } from './long-lines.ts'
import { createPlainLines } from './plain-lines.ts'
import { USUAL_WORD } from './rare-word.ts'
import { createShortLines } from './short-lines.ts'
import { beforeStamp, STAMP_KINDS, stampText } from './stamp.ts'

const MAKERS = {
  /** Syslog, Java with stack traces and JSON, a little UTF-8; 119 bytes a line. */
  plain: createPlainLines,
  /** One JSON object a line; 230 bytes. */
  json: createJsonLines,
  /** 12 bytes a line. */
  short: createShortLines,
  /** Lines of 10 MB between ordinary ones. */
  long: createLongLines,
} as const satisfies Record<string, (random: Random) => LineMaker>

/** What the lines of a data set are like. */
export type DataKind = keyof typeof MAKERS

/** All kinds, in the order of the tables. */
export const DATA_KINDS: readonly DataKind[] = ['plain', 'json', 'short', 'long']

/** Bytes of a block: large enough that a repetition costs one write, small enough to stay in the cache. */
export const BLOCK_BYTES = 16 * 1024 * 1024

/** The stretch of lines that a data set repeats, in its first repetition. */
export interface Block {
  /** Whole lines: it ends with a line feed. */
  readonly bytes: Buffer
  /** Where each line starts, and the end of the last one. */
  readonly starts: Uint32Array
  /** Where the stamps stand, in order, and of which kind each is: its place in STAMP_KINDS. */
  readonly stamps: { readonly at: Uint32Array; readonly kinds: Uint8Array }
  /** Where the rare word can stand, in order. */
  readonly rarePlaces: Uint32Array
}

/** Any number will do; figures can be compared as long as it stays. */
const SEED = 20_261_123

/** Makes the block of a kind of data: the most whole lines that fit into `maxBytes`, at least one. */
export function makeBlock(kind: DataKind, maxBytes: number): Block {
  const next = MAKERS[kind](createRandom(SEED))
  const stampTexts = STAMP_KINDS.map((each) => `${beforeStamp(each)}${stampText(each, 0)}`)
  const lines: Buffer[] = []
  const starts = [0]
  const at: number[] = []
  const kinds: number[] = []
  const rare: number[] = []
  let bytes = 0
  while (bytes < maxBytes) {
    const { stamp, text } = next(timeInHour(bytes / maxBytes))
    const stampKind = stamp === null ? -1 : STAMP_KINDS.indexOf(stamp)
    const line = Buffer.from(`${stampTexts[stampKind] ?? ''}${text}\n`)
    if (bytes + line.length > maxBytes && lines.length > 0) break
    if (stamp !== null) {
      at.push(bytes + beforeStamp(stamp).length)
      kinds.push(stampKind)
    }
    const place = line.indexOf(USUAL_WORD)
    if (place !== -1) rare.push(bytes + place)
    lines.push(line)
    bytes += line.length
    starts.push(bytes)
  }
  return {
    bytes: Buffer.concat(lines),
    starts: Uint32Array.from(starts),
    stamps: { at: Uint32Array.from(at), kinds: Uint8Array.from(kinds) },
    rarePlaces: Uint32Array.from(rare),
  }
}

/** Times go through the hour as the bytes go through the block. */
function timeInHour(part: number): TimeInHour {
  const milli = Math.floor(part * 3_600_000)
  const digits = (value: number, width: number): string => String(value).padStart(width, '0')
  return {
    minute: digits(Math.floor(milli / 60_000), 2),
    second: digits(Math.floor(milli / 1000) % 60, 2),
    milli: digits(milli % 1000, 3),
  }
}
