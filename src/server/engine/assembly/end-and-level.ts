/**
 * Where a line ends and which level it names, in one pass of 64 bytes at a time: four passes of
 * sixteen bytes, one for each thing to look for, took more than twice as long on lines of 80 bytes.
 */
import { lineEnd } from './find-newlines'
import { hasEscape, levelOfOddLine } from './level-of-odd-line'
import { levelOfWord, NO_WORD, NONE, TOUCHES_END } from './level-word'
import { MAX_UNITS } from './line-window'
import { lowBits64 } from './low-bits'
import { levelOfField } from './marked-level'
import { isWordStart } from './word-byte'

/** Bits of the level in what {@link endAndLevel} answers. */
const LEVEL_BITS: u64 = 3

/** The address after the line that begins at `from` and its line feed; `to` when it has none. */
export function endOf(answer: u64): usize {
  return <usize>(answer >> LEVEL_BITS)
}

/** The level of that line, as its place in LEVELS. */
export function levelIn(answer: u64): i32 {
  return <i32>(answer & ((1 << LEVEL_BITS) - 1))
}

/**
 * The end and the level of the line that begins at `from`, in a text that ends at `to`: the level is
 * what `levelOf` of src/shared/level.ts says of the decoded line. `scratch` are 1 KiB to use.
 */
export function endAndLevel(from: usize, to: usize, utf8: bool, scratch: usize): u64 {
  const limit = min(to, from + MAX_UNITS)
  if (from < to && load<u8>(from) === 0) return ofOddLine(from, to, utf8, scratch)
  let capitals = NO_WORD
  let isWide = false
  for (let at = from; at < limit; at += 64) {
    let newlines: u64 = 0
    let odd: u64 = 0
    let brackets: u64 = 0
    let vs: u64 = 0
    let beforeVs: u64 = 0
    let upper: u64 = 0
    for (let part: u64 = 0; part < 64; part += 16) {
      const bytes = v128.load(at + <usize>part)
      const small = v128.or(bytes, i8x16.splat(0x20))
      newlines |= bitsOf(i8x16.eq(bytes, i8x16.splat(0x0a))) << part
      odd |= bitsOf(v128.or(bytes, i8x16.eq(bytes, i8x16.splat(0x1b)))) << part
      brackets |= bitsOf(i8x16.eq(bytes, i8x16.splat(0x5b))) << part
      vs |= bitsOf(i8x16.eq(small, i8x16.splat(0x76))) << part
      const e = i8x16.eq(small, i8x16.splat(0x65))
      const l = i8x16.eq(small, i8x16.splat(0x6c))
      beforeVs |= bitsOf(v128.or(e, l)) << part
      const fromA = i8x16.sub(bytes, i8x16.splat(0x41))
      upper |= bitsOf(i8x16.lt_u(fromA, i8x16.splat(26))) << part
    }
    const newline = <usize>ctz(newlines)
    const inLine = lowBits64(min(limit - at, newline))
    if ((odd & inLine) !== 0) {
      if (hasEscape(at, at + min(limit - at, newline))) return ofOddLine(from, to, utf8, scratch)
      isWide = utf8
    }

    // MARKED of level.ts: brackets, and each `v` behind an `e` or an `l`, which all three names have.
    let places = (brackets | (vs & ((beforeVs << 1) | 1))) & inLine
    for (; places !== 0; places &= places - 1) {
      const place = at + <usize>ctz(places)
      const level =
        load<u8>(place) === 0x5b
          ? levelOfWord(place + 1, limit, false)
          : levelOfField(place, from, limit, utf8)
      if (level === NO_WORD) continue
      if (limit < to && (level & TOUCHES_END) !== 0) return ofOddLine(from, to, utf8, scratch)
      const end = newline < 64 ? min(at + newline + 1, to) : lineEnd(at + 64, to)
      return answerOf(end, level)
    }

    // CAPITALS: where three or more of them begin, as far as can be seen here.
    if (capitals === NO_WORD) {
      const two = (upper >> 1) | 0x8000_0000_0000_0000
      const three = (upper >> 2) | 0xc000_0000_0000_0000
      places = upper & two & three & ~(upper << 1) & inLine
      for (; places !== 0; places &= places - 1) {
        const place = at + <usize>ctz(places)
        if (!isWordStart(place, from)) continue
        capitals = levelOfWord(place, limit, true)
        if (capitals !== NO_WORD) break
      }
    }

    if (newline < min<usize>(64, limit - at)) return answerOf(at + newline + 1, capitals)
  }
  // The first units end behind as many bytes, or a word goes on there.
  const isCut = isWide || (capitals !== NO_WORD && (capitals & TOUCHES_END) !== 0)
  if (limit < to && isCut) return ofOddLine(from, to, utf8, scratch)
  return answerOf(lineEnd(limit, to), capitals)
}

function ofOddLine(from: usize, to: usize, utf8: bool, scratch: usize): u64 {
  const end = lineEnd(from, to)
  return answerOf(end, levelOfOddLine(from, end, utf8, scratch))
}

function answerOf(end: usize, level: i32): u64 {
  const known = level === NO_WORD ? NONE : level & ~TOUCHES_END
  return ((<u64>end) << LEVEL_BITS) | <u64>known
}

function bitsOf(mask: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(mask))
}
