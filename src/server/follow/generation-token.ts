import { crc32 } from 'node:zlib'
import { type FileIdentity, HEAD_BYTES } from './file-change.ts'

/**
 * The name of a generation in cursors: `<inode>.<head length>.<head CRC-32>.<epoch>`, base 36.
 * It is made from the file and not counted, so that a cursor still means something to a server that
 * was killed and restarted. The epoch tells the incarnations of one inode apart (truncations).
 */
export interface GenerationToken {
  readonly inode: bigint
  /** How many of the first bytes the checksum covers. */
  readonly headLength: number
  readonly headChecksum: number
  readonly epoch: number
}

export function makeToken(identity: FileIdentity, head: Uint8Array, epoch: number): string {
  const parts = [identity.inode, head.length, crc32(head), epoch]
  return parts.map((part) => part.toString(36)).join('.')
}

const TOKEN = /^([0-9a-z]{1,13})\.([0-9a-z]{1,3})\.([0-9a-z]{1,7})\.([0-9a-z]{1,7})$/

/** Null when the text is no token of ours. */
export function parseToken(text: string): GenerationToken | null {
  const match = TOKEN.exec(text)
  if (match === null) return null
  const [, inode = '', headLength = '', headChecksum = '', epoch = ''] = match
  const length = Number.parseInt(headLength, 36)
  // A cursor stands after a line, so its file had at least one byte.
  if (length === 0 || length > HEAD_BYTES) return null
  return {
    inode: bigintOf(inode),
    headLength: length,
    headChecksum: Number.parseInt(headChecksum, 36),
    epoch: Number.parseInt(epoch, 36),
  }
}

/** Whether a file that starts with `head` can be the one that `token` was made from. */
export function startsAs(token: GenerationToken, head: Uint8Array): boolean {
  return (
    head.length >= token.headLength &&
    crc32(head.subarray(0, token.headLength)) === token.headChecksum
  )
}

function bigintOf(base36: string): bigint {
  let value = 0n
  for (const digit of base36) value = value * 36n + BigInt(Number.parseInt(digit, 36))
  return value
}
