import { bomLength } from '../engine/decode.ts'
import type { Generation } from '../follow/generation.ts'

/** The beginning that tells how a log writes its times and begins its entries, in bytes: some hundred lines. */
export const HEAD_BYTES = 64 * 1024

/** The first bytes of a generation, without its byte order mark. Rejects with BytesGone. */
export async function readHead(generation: Generation): Promise<Uint8Array> {
  const bytes = await generation.read(generation.from, HEAD_BYTES)
  return bytes.subarray(generation.from === 0 ? bomLength(bytes, generation.encoding) : 0)
}
