import { crc32 } from 'node:zlib'

/** What a file of the cache begins with: whoever finds one should see whose it is. */
const MAGIC = Buffer.from('RASTRO\x1a\n', 'latin1')

/** Another one whenever older programs could misread what is written: they take it for none. */
const VERSION = 1

const TAG_BYTES = 4
const NUMBER_BYTES = 4

/**
 * A file of named sections: magic, version, then tag (four letters), length and bytes of each, and at
 * the end the CRC-32 of everything before it. Readers pass over sections that they do not know, so
 * that other facts about the same log can be kept beside these. Numbers are little-endian.
 */
export function encodeSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = [MAGIC, uint32(VERSION)]
  for (const [tag, bytes] of sections) {
    if (!/^[A-Z]{4}$/.test(tag)) throw new RangeError(`"${tag}" is no tag: use four capitals.`)
    pieces.push(Buffer.from(tag, 'latin1'), uint32(bytes.length), bytes)
  }
  const body = Buffer.concat(pieces)
  return Buffer.concat([body, uint32(crc32(body))])
}

/** Null when the bytes are damaged, cut short, of another version or not ours at all. */
export function decodeSections(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = all.length - NUMBER_BYTES
  let at = MAGIC.length + NUMBER_BYTES
  if (end < at || !all.subarray(0, MAGIC.length).equals(MAGIC)) return null
  if (all.readUInt32LE(MAGIC.length) !== VERSION) return null
  if (all.readUInt32LE(end) !== crc32(all.subarray(0, end))) return null
  const sections = new Map<string, Uint8Array>()
  while (at < end) {
    const start = at + TAG_BYTES + NUMBER_BYTES
    if (start > end) return null
    const to = start + all.readUInt32LE(at + TAG_BYTES)
    if (to > end) return null
    sections.set(all.toString('latin1', at, at + TAG_BYTES), all.subarray(start, to))
    at = to
  }
  return sections
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(NUMBER_BYTES)
  bytes.writeUInt32LE(value)
  return bytes
}
