/** Bytes at rest: one generation of a log, read by position. */
export interface ByteSource {
  /**
   * Up to `length` bytes from `offset`, fewer only where the bytes end. The answer belongs to the
   * caller: the source does not write into it again. Rejects with {@link BytesGone} when those bytes
   * no longer exist.
   */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** The bytes that were asked for no longer exist: their file was truncated, or rotated away for good. */
export class BytesGone extends Error {
  override readonly name = 'BytesGone'
}

/** Reads `length` bytes whole; rejects with {@link BytesGone} when there are fewer by now. */
export async function readWhole(
  source: ByteSource,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = await source.read(offset, length)
  if (bytes.length < length) {
    throw new BytesGone(`Only ${bytes.length} of ${length} bytes are left at offset ${offset}.`)
  }
  return bytes
}
