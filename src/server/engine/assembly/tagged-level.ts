import { lettersAt } from './letters-at'
import { LONGEST, levelOfWord, NO_WORD } from './level-word'

/**
 * The level that the word before the colon at `colon` names in a text that begins at `from`, or
 * NO_WORD: the second half of the pattern UNMARKED of src/shared/level.ts. It is never doubtful, since
 * what ends the word is there.
 */
export function levelOfTag(colon: usize, from: usize): i32 {
  const others = ~lettersAt(colon - 16) << 16
  const length = min<usize>(clz(others), colon - from)
  const word = colon - length
  return length <= LONGEST && isTagStart(word, from) ? levelOfWord(word, colon + 1, false) : NO_WORD
}

/** Whether the text begins at `at`, or one space stands before it, behind what ends a prefix. */
function isTagStart(at: usize, from: usize): bool {
  if (at === from) return true
  if (at - from < 2 || load<u8>(at - 1) !== 0x20) return false
  const end: u32 = load<u8>(at - 2)
  if (end === 0x5a) return at - from > 2 && <u32>load<u8>(at - 3) - 0x30 < 10
  // 0 to 9 and `:` follow each other.
  if (end - 0x30 < 11) return true
  return end === 0x5d || end === 0x29 || end === 0x3e || end === 0x7c || end === 0x2d
}
