import { dropColours } from './drop-colours'
import { endOfUnits } from './end-of-units'
import { IS_DOUBTFUL, NO_WORD, NONE } from './level-word'
import { MAX_BYTES, MAX_UNITS } from './line-window'
import { lowBits } from './low-bits'
import { markedLevel } from './marked-level'
import { unmarkedLevel } from './unmarked-level'

/**
 * The level of the line `[from, to)`, which may have its ending, as its place in LEVELS: what
 * `levelOf` of src/shared/level.ts says of the decoded line. `scratch` are 1 KiB to use.
 *
 * One step after the other, for any line; {@link countLevelsPerBlock} sees to the usual ones.
 */
export function levelOfLine(from: usize, to: usize, utf8: bool, scratch: usize): i32 {
  let text = skipHole(from, to)
  let end = min(to, text + (utf8 ? MAX_BYTES : MAX_UNITS))
  if (hasEscape(text, end)) {
    end = dropColours(text, to, scratch, MAX_BYTES, utf8)
    text = scratch
  }
  if (end - text > MAX_UNITS) end = utf8 ? endOfUnits(text, end, MAX_UNITS) : text + MAX_UNITS
  const marked = markedLevel(text, end, utf8)
  if (marked !== NO_WORD) return marked & ~IS_DOUBTFUL
  const unmarked = unmarkedLevel(text, end)
  return unmarked !== NO_WORD ? unmarked & ~IS_DOUBTFUL : NONE
}

/** Whether an ESC stands in `[from, to)`. */
export function hasEscape(from: usize, to: usize): bool {
  for (let at = from; at < to; at += 16) {
    const bits = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x1b)))
    if ((bits & lowBits(to - at)) !== 0) return true
  }
  return false
}

/** The address after a run of NULs: a hole that a writer left at the start of its line. */
function skipHole(from: usize, to: usize): usize {
  let at = from
  while (at < to && load<u8>(at) === 0) at++
  return at
}
