/**
 * The ASCII of logs from the most common to the least: an even mix of the five formats that the
 * generator writes, of Debian's package logs and of prose. What is not in it (NUL, ESC, ...) is rarer.
 */
const MOST_COMMON_FIRST =
  ' eoa21rt0sin.d-"l:4u6mcp3g\n95bh/8f7T,=kvS[]wy|ZIj+OENMFGxCPA()JH<>q_*RLB;U{}%zD#XW?\'K&\\!$QVY@^~`\t\r'

/** The lead bytes and the other bytes of UTF-8's longer characters: as common as these in a mixed log. */
const LIKE_LEAD = ','
const LIKE_CONTINUATION = 'E'

const COMMONNESS = rankAll()

/**
 * How common a byte is in logs: 0 for the rarest, below 128. Of a letter whose case does not matter,
 * that of its more common case.
 */
export function commonness(byte: number, ignoreCase: boolean): number {
  const rank = COMMONNESS[byte] ?? 0
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
  return ignoreCase && isLetter ? Math.max(rank, COMMONNESS[byte ^ 0x20] ?? 0) : rank
}

function rankAll(): Uint8Array {
  const ranks = new Uint8Array(256)
  const rankOf = (char: string): number =>
    MOST_COMMON_FIRST.length - MOST_COMMON_FIRST.indexOf(char)
  for (const char of MOST_COMMON_FIRST) ranks[char.charCodeAt(0)] = rankOf(char)
  ranks.fill(rankOf(LIKE_CONTINUATION), 0x80, 0xc0)
  ranks.fill(rankOf(LIKE_LEAD), 0xc2, 0xf5)
  return ranks
}
