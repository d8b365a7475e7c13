/** First bytes of the formats in which logs are kept: gzip, zstd, xz, bzip2, zip. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x1f, 0x8b, 0x08],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  [0x42, 0x5a, 0x68, 0x39],
  [0x50, 0x4b, 0x03, 0x04],
]

/** Whether a file that starts like this is compressed: its bytes are no lines. */
export function looksCompressed(head: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, at) => head[at] === byte))
}
