import { lettersAt } from './letters-at'
import { levelOfWord, NO_WORD } from './level-word'
import { lowBits } from './low-bits'
import { levelOfTag } from './tagged-level'
import { isWordStart } from './word-byte'

/**
 * The level that `[from, to)` names first by a word in capitals or before a colon, or NO_WORD: the
 * pattern UNMARKED of src/shared/level.ts. Looked at is where three capitals begin, as no level has
 * fewer, and each colon behind a letter. Words do not overlap, so that it makes no difference whether
 * one is met at its first letter or at its colon: the leftmost comes first.
 */
export function unmarkedLevel(from: usize, to: usize): i32 {
  for (let at = from; at < to; at += 16) {
    const here = capitalsAt(at)
    const three = v128.and(here, v128.and(capitalsAt(at + 1), capitalsAt(at + 2)))
    // Only where a run begins: HTTPS is one candidate, not three.
    const starts =
      i8x16.bitmask(three) & (~i8x16.bitmask(capitalsAt(at - 1)) | (at === from ? 1 : 0))
    const colons = i8x16.eq(v128.load(at), i8x16.splat(0x3a))
    const tags = i8x16.bitmask(colons) & lettersAt(at - 1)
    let places = (starts | tags) & lowBits(to - at)
    for (; places !== 0; places &= places - 1) {
      const place = at + ctz(places)
      const level = levelOfUnmarked(place, from, to)
      if (level !== NO_WORD) return level
    }
  }
  return NO_WORD
}

/** The level that the word names which begins in capitals at `place`, or has its colon there. */
export function levelOfUnmarked(place: usize, from: usize, to: usize): i32 {
  if (load<u8>(place) === 0x3a) return levelOfTag(place, from)
  return isWordStart(place, from) ? levelOfWord(place, to, true) : NO_WORD
}

function capitalsAt(at: usize): v128 {
  return i8x16.lt_u(i8x16.sub(v128.load(at), i8x16.splat(0x41)), i8x16.splat(26))
}
