/**
 * Levels of many lines, in one pass over 64 bytes at a time: each thing to look for becomes the bits
 * of a number, and only those are visited. 1.0 to 2.7 GB/s in the generator's formats; a pass for
 * each thing and line had 0.4 to 1.0 in the same run.
 */
import { BLOCK_BYTES } from './block'
import { lineEnd } from './find-newlines'
import { hasEscape, levelOfLine } from './level-of-line'
import { IS_DOUBTFUL, levelOfWord, NO_WORD, NONE } from './level-word'
import { MAX_UNITS } from './line-window'
import { lowBits64 } from './low-bits'
import { levelOfField } from './marked-level'
import { levelOfUnmarked } from './unmarked-level'

/**
 * Adds the lines of `[from, to)` to the 32-bit counts at `counts`: a row of one count per level for
 * each block, the first of which begins at `origin`. A line counts where it starts. `scratch` are
 * 1 KiB to use.
 */
export function countLevelsPerBlock(
  from: usize,
  to: usize,
  origin: usize,
  utf8: bool,
  scratch: usize,
  counts: usize,
): void {
  let start = from
  /** Where the line's first units end, if no character has more bytes than units. */
  let limit = min(to, start + MAX_UNITS)
  /** What is known of the line: no more is looked at when `isKnown`. */
  let level = NO_WORD
  let isKnown = false
  /** A character beyond ASCII has come in it. */
  let isWide = false

  for (let at = from; at < to; at += 64) {
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const c = v128.load(at, 32)
    const d = v128.load(at, 48)
    const newlines = equal(a, b, c, d, 0x0a) & lowBits64(to - at)
    // The rest of a line whose level is known: more than half of a log of JSON.
    if (isKnown && newlines === 0) continue
    const odd = bits(oddAt(a), oddAt(b), oddAt(c), oddAt(d))
    const upper = bits(upperAt(a), upperAt(b), upperAt(c), upperAt(d))
    const before = at - 1
    const w = v128.load(before)
    const x = v128.load(before, 16)
    const y = v128.load(before, 32)
    const z = v128.load(before, 48)
    const marks = bits(markAt(a, w), markAt(b, x), markAt(c, y), markAt(d, z))
    const tags = tagBits(
      beforeColonAt(a, w),
      beforeColonAt(b, x),
      beforeColonAt(c, y),
      beforeColonAt(d, z),
    )
    // UNMARKED: those, and where three or more capitals begin, as far as can be seen here.
    const two = (upper >> 1) | 0x8000_0000_0000_0000
    const three = (upper >> 2) | 0xc000_0000_0000_0000
    const unmarked = tags | (upper & two & three & ~(upper << 1))

    // The lines that have bytes here, one after the other: `rest` are those not looked at yet.
    let rest: u64 = u64.MAX_VALUE
    while (true) {
      const newline = <usize>ctz(newlines & rest)
      if (!isKnown && limit > at) {
        const inWindow = rest & lowBits64(min(limit - at, newline))

        if ((odd & inWindow) !== 0) {
          const end = at + min(min<usize>(limit - at, 64), newline)
          isWide = utf8
          isKnown = load<u8>(start) === 0 || hasEscape(max(start, at), end)
          if (isKnown) level = levelOfLine(start, lineEnd(start, to), utf8, scratch)
        }

        let places = isKnown ? 0 : marks & inWindow
        for (; places !== 0; places &= places - 1) {
          const place = at + <usize>ctz(places)
          const marked =
            load<u8>(place) === 0x5b
              ? levelOfWord(place + 1, limit, false)
              : levelOfField(place, start, limit, utf8)
          if (marked === NO_WORD) continue
          const isSure = (marked & IS_DOUBTFUL) === 0
          level = isSure ? marked : levelOfLine(start, lineEnd(start, to), utf8, scratch)
          isKnown = true
          break
        }

        places = level === NO_WORD ? unmarked & inWindow : 0
        for (; places !== 0; places &= places - 1) {
          level = levelOfUnmarked(at + <usize>ctz(places), start, limit)
          if (level !== NO_WORD) break
        }
      }

      if (!isKnown && limit <= at + newline) {
        // Behind characters beyond ASCII more bytes belong to the first units.
        const isSure = !(isWide && limit < to) && (level === NO_WORD || (level & IS_DOUBTFUL) === 0)
        if (!isSure) level = levelOfLine(start, lineEnd(start, to), utf8, scratch)
        isKnown = true
      }
      if (newline === 64) break
      count(level, (start - origin) / BLOCK_BYTES, counts)
      start = at + newline + 1
      limit = min(to, start + MAX_UNITS)
      level = NO_WORD
      isKnown = false
      isWide = false
      rest = ~lowBits64(newline + 1)
    }
  }
  if (start < to) count(level, (start - origin) / BLOCK_BYTES, counts)
}

function count(level: i32, block: usize, counts: usize): void {
  const column = level === NO_WORD ? NONE : level & ~IS_DOUBTFUL
  const cell = counts + ((block * (NONE + 1) + column) << 2)
  store<u32>(cell, load<u32>(cell) + 1)
}

/** A bit for each byte of four vectors that is `byte`. */
function equal(a: v128, b: v128, c: v128, d: v128, byte: u8): u64 {
  const wanted = i8x16.splat(byte)
  return bits(i8x16.eq(a, wanted), i8x16.eq(b, wanted), i8x16.eq(c, wanted), i8x16.eq(d, wanted))
}

/** Bytes beyond ASCII, ESC, and NULs, which are a hole at the start of a line. */
function oddAt(bytes: v128): v128 {
  return v128.or(i8x16.lt_s(bytes, i8x16.splat(0x09)), i8x16.eq(bytes, i8x16.splat(0x1b)))
}

function upperAt(bytes: v128): v128 {
  // A to Z become the lowest of the signed numbers: processors have no comparison of unsigned ones.
  const fromLowest = i8x16.sub(bytes, i8x16.splat(<i8>(0x41 + 0x80)))
  return i8x16.lt_s(fromLowest, i8x16.splat(<i8>(26 - 0x80)))
}

/** MARKED of level.ts: brackets, and each `v` behind an `e` or an `l`, which all three names have. */
function markAt(bytes: v128, before: v128): v128 {
  const vs = i8x16.eq(v128.and(bytes, i8x16.splat(<i8>0xdf)), i8x16.splat(0x56))
  // In any case; `d` and `m` differ from those in the bits that are not looked at, too.
  const names = i8x16.eq(v128.and(before, i8x16.splat(<i8>0xd6)), i8x16.splat(0x44))
  return v128.or(i8x16.eq(bytes, i8x16.splat(0x5b)), v128.and(vs, names))
}

/** What stands before colons; zeros elsewhere. */
function beforeColonAt(bytes: v128, before: v128): v128 {
  return v128.and(i8x16.eq(bytes, i8x16.splat(0x3a)), before)
}

/**
 * A bit for each colon behind a letter; those of JSON stand behind a quote, those of times behind a
 * digit. That few of 64 bytes have one is seen at once by a bit that all letters have: of the 11 to
 * 17 % that this pass took longer with the colons, 4 to 7 are left.
 */
function tagBits(a: v128, b: v128, c: v128, d: v128): u64 {
  const any = v128.or(v128.or(a, b), v128.or(c, d))
  if (!v128.any_true(v128.and(any, i8x16.splat(0x40)))) return 0
  return bits(letterAt(a), letterAt(b), letterAt(c), letterAt(d))
}

function letterAt(bytes: v128): v128 {
  return upperAt(v128.and(bytes, i8x16.splat(<i8>0xdf)))
}

/** The top bits of the bytes of four vectors. */
function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | ((<u32>i8x16.bitmask(b)) << 16)
  const high = <u32>i8x16.bitmask(c) | ((<u32>i8x16.bitmask(d)) << 16)
  return <u64>low | ((<u64>high) << 32)
}
