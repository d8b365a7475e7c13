import { levelOfWord, NO_WORD } from './level-word'
import { lowBits } from './low-bits'
import { spaceLength } from './space-length'
import { isWordStart } from './word-byte'

/**
 * The level that `[from, to)` names first in brackets or as the value of `level`, `lvl` or
 * `severity`, or NO_WORD: the pattern MARKED of src/shared/level.ts. Looked at are brackets, and each
 * `v` behind an `e` or an `l`, which all three names have.
 */
export function markedLevel(from: usize, to: usize, utf8: bool): i32 {
  const small = i8x16.splat(0x20)
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at)
    const before = v128.or(v128.load(at - 1), small)
    const names = v128.and(
      i8x16.eq(v128.or(bytes, small), i8x16.splat(0x76)),
      v128.or(i8x16.eq(before, i8x16.splat(0x65)), i8x16.eq(before, i8x16.splat(0x6c))),
    )
    const brackets = i8x16.eq(bytes, i8x16.splat(0x5b))
    let places = i8x16.bitmask(v128.or(names, brackets)) & lowBits(to - at)
    for (; places !== 0; places &= places - 1) {
      const place = at + ctz(places)
      const level =
        load<u8>(place) === 0x5b
          ? levelOfWord(place + 1, to, false)
          : levelOfField(place, from, to, utf8)
      if (level !== NO_WORD) return level
    }
  }
  return NO_WORD
}

/** The level that is the value of the field whose name has its `v` at `v`. */
export function levelOfField(v: usize, from: usize, to: usize, utf8: bool): i32 {
  const end = endOfName(v, from)
  if (end === 0) return NO_WORD
  let at = passQuote(end, to)
  at = passSpace(at, to, utf8)
  if (at >= to) return NO_WORD
  const sign = load<u8>(at)
  if (sign !== 0x3d && sign !== 0x3a) return NO_WORD
  at = passSpace(at + 1, to, utf8)
  return levelOfWord(passQuote(at, to), to, false)
}

/** Where the name ends that has its `v` at `v`, or 0 when that is in none of the three. */
function endOfName(v: usize, from: usize): usize {
  const around = load<u64>(v - 2) | 0x2020_2020_2020_2020
  if ((around & 0xff_ff00) === 0x76_6c00) {
    // lvl
    return (around & 0xffff_ff00) === 0x6c76_6c00 && v > from && isWordStart(v - 1, from)
      ? v + 2
      : 0
  }
  if (v - from < 2 || !isWordStart(v - 2, from)) return 0
  if ((around & 0xff_ffff_ffff) === 0x6c_6576_656c) return v + 3 // level
  return around === 0x7974_6972_6576_6573 ? v + 6 : 0 // severity
}

function passQuote(at: usize, to: usize): usize {
  return at < to && load<u8>(at) === 0x22 ? at + 1 : at
}

function passSpace(from: usize, to: usize, utf8: bool): usize {
  let at = from
  for (let length = spaceLength(at, to, utf8); length > 0; length = spaceLength(at, to, utf8)) {
    at += length
  }
  return at
}
