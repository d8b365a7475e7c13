import { capitalsLevel } from './capitals-level'
import { dropColours } from './drop-colours'
import { endOfUnits } from './end-of-units'
import { NO_WORD, NONE } from './level-word'
import { lowBits } from './low-bits'
import { markedLevel } from './marked-level'

/** How far into a line a level is looked for, in UTF-16 units: LEVEL_SEARCH_LENGTH of src/shared/level.ts. */
const MAX_UNITS: usize = 256
/** The most bytes that they can have: three each. */
const MAX_BYTES: usize = 3 * MAX_UNITS

/**
 * The level of the line `[from, to)`, which may have its ending, as its place in LEVELS: what
 * `levelOf` of src/shared/level.ts says of the decoded line. `scratch` are 1 KiB that it may use.
 */
export function levelOfLine(from: usize, to: usize, utf8: bool, scratch: usize): i32 {
  const text = skipHole(from, to)
  const end = min(to, text + MAX_UNITS)
  const odd = oddities(text, end)
  if (odd === 0) return levelOfText(text, end, utf8)
  return levelOfOddLine(text, to, utf8, scratch)
}

/** Lines with a colour or beyond ASCII: where their first units end is not where as many bytes end. */
function levelOfOddLine(from: usize, to: usize, utf8: bool, scratch: usize): i32 {
  let text = from
  let end = min(to, from + (utf8 ? MAX_BYTES : MAX_UNITS))
  if ((oddities(text, end) & COLOURED) !== 0) {
    end = dropColours(text, to, scratch, MAX_BYTES, utf8)
    text = scratch
  }
  return levelOfText(
    text,
    utf8 ? endOfUnits(text, end, MAX_UNITS) : min(end, text + MAX_UNITS),
    utf8,
  )
}

function levelOfText(from: usize, to: usize, utf8: bool): i32 {
  const marked = markedLevel(from, to, utf8)
  if (marked !== NO_WORD) return marked
  const capitals = capitalsLevel(from, to)
  return capitals !== NO_WORD ? capitals : NONE
}

/** An ESC stands in the text. */
const COLOURED: u32 = 1
/** A byte above 7F stands in the text. */
const BEYOND_ASCII: u32 = 2

function oddities(from: usize, to: usize): u32 {
  let odd: u32 = 0
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at)
    const escapes = i8x16.eq(bytes, i8x16.splat(0x1b))
    if ((i8x16.bitmask(v128.or(bytes, escapes)) & lowBits(to - at)) === 0) continue
    if ((i8x16.bitmask(escapes) & lowBits(to - at)) !== 0) odd |= COLOURED
    if ((i8x16.bitmask(bytes) & lowBits(to - at)) !== 0) odd |= BEYOND_ASCII
  }
  return odd
}

/** The address after a run of NULs: a hole that a writer left at the start of its line. */
function skipHole(from: usize, to: usize): usize {
  let at = from
  while (at < to && load<u8>(at) === 0) at++
  return at
}
