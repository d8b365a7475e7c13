import { crc32 } from 'node:zlib'
import type { Encoding } from '../../../shared/encoding.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import { type ByteSource, readWhole } from '../byte-source.ts'
import { countNewlines } from '../line-ending.ts'
import type { Fingerprints, KeptIndex } from './kept-index.ts'

/** Bytes of the two fingerprints that every log has: what it begins with, and what stood at the end. */
const HEAD_BYTES = 1024
const END_BYTES = 4096

/**
 * Blocks in between that are looked at. Logs only grow: what rewrites one in its middle and leaves
 * its head, its end, its size or its time as they were is rare, and may go unseen between these.
 */
const SAMPLES = 8

/**
 * Takes the fingerprints of the first `bytes` of a log, and looks whether the newlines in the sampled
 * blocks are as many as `newlines` says: null when they are not, so nothing false is ever kept.
 * Rejects with BytesGone when the log is shorter by now.
 */
export async function takeFingerprints(
  source: ByteSource,
  bytes: number,
  newlines: Uint32Array,
  encoding: Encoding,
): Promise<Fingerprints | null> {
  const headBytes = Math.min(HEAD_BYTES, bytes)
  const endBytes = Math.min(END_BYTES, bytes)
  const [head, end, ...blocks] = await Promise.all([
    readWhole(source, 0, headBytes),
    readWhole(source, bytes - endBytes, endBytes),
    ...sampledBlocks(newlines.length).map(async (block) => {
      const start = block * BLOCK_BYTES
      return { block, start, bytes: await readWhole(source, start, BLOCK_BYTES) }
    }),
  ])
  const agrees = blocks.every(
    (each) => countNewlines(each.bytes, encoding, each.start) === newlines[each.block],
  )
  if (!agrees) return null
  const samples = blocks.map((each) => ({ block: each.block, crc: crc32(each.bytes) }))
  return { head: crc32(head), end: crc32(end), samples }
}

/** Whether a kept index can be trusted for what the log holds now. Rejects with BytesGone. */
export async function isStillTrue(
  kept: KeptIndex,
  source: ByteSource,
  now: { readonly size: number; readonly changed: bigint },
): Promise<boolean> {
  if (now.size < kept.size) return false
  // It did not grow, and was written to: that was no appending.
  if (now.size === kept.size && now.changed !== kept.changed) return false
  const found = await takeFingerprints(source, kept.bytes, kept.newlines, kept.encoding)
  return found !== null && JSON.stringify(found) === JSON.stringify(kept.fingerprints)
}

/** Spread evenly, none twice. */
function sampledBlocks(blocks: number): number[] {
  const wanted = Math.min(SAMPLES, blocks)
  return Array.from({ length: wanted }, (_, n) => Math.floor(((n + 0.5) * blocks) / wanted))
}
