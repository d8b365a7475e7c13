import { levelOfWord, NO_WORD } from './level-word'
import { lowBits } from './low-bits'
import { isWordStart } from './word-byte'

/**
 * The level that `[from, to)` names first by a word in capitals, or NO_WORD: the pattern CAPITALS of
 * src/shared/level.ts. Looked at is where three capitals begin; no level has fewer.
 */
export function capitalsLevel(from: usize, to: usize): i32 {
  for (let at = from; at < to; at += 16) {
    const here = capitalsAt(at)
    const three = v128.and(here, v128.and(capitalsAt(at + 1), capitalsAt(at + 2)))
    let places = i8x16.bitmask(three) & lowBits(to - at)
    if (places === 0) continue
    // Only where a run begins: HTTPS is one candidate, not three.
    places &= ~i8x16.bitmask(capitalsAt(at - 1)) | (at === from ? 1 : 0)
    for (; places !== 0; places &= places - 1) {
      const place = at + ctz(places)
      if (!isWordStart(place, from)) continue
      const level = levelOfWord(place, to, true)
      if (level !== NO_WORD) return level
    }
  }
  return NO_WORD
}

function capitalsAt(at: usize): v128 {
  return i8x16.lt_u(i8x16.sub(v128.load(at), i8x16.splat(0x41)), i8x16.splat(26))
}
