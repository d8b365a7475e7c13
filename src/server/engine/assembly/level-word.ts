import { wordBytesAt } from './word-byte'

/** The levels as LEVELS of src/shared/level.ts orders them. */
const FATAL: i32 = 0
const ERROR: i32 = 1
const WARN: i32 = 2
const INFO: i32 = 3
const DEBUG: i32 = 4
const TRACE: i32 = 5
/** The place of `none`, the last. */
export const NONE: i32 = 6

/** No word of a level stands there. */
export const NO_WORD: i32 = -1

/**
 * Set in the answer when the word goes up to the text's end or an ESC: in a longer text, or without
 * its colours, it could be another.
 */
export const IS_DOUBTFUL: i32 = 8

const SHORTEST: usize = 3
/** Letters of the longest word, `emergency`. */
export const LONGEST: usize = 9

/** The bit in which the cases of an ASCII letter differ, in all eight bytes; set, it is a small one. */
const CASE_BITS: u64 = 0x2020_2020_2020_2020

/**
 * The level that the whole word at `at` of a text that ends at `to` names, maybe with
 * {@link IS_DOUBTFUL}, or {@link NO_WORD}. With `capitals` the word has to be written in them.
 * Whether a word begins at `at` is for the caller to say.
 */
export function levelOfWord(at: usize, to: usize, capitals: bool): i32 {
  if (!beginsLikeLevel(at)) return NO_WORD
  const length = min<usize>(ctz(~wordBytesAt(at)), to - at)
  if (length < SHORTEST || length > LONGEST) return NO_WORD
  const mask = length < 8 ? ((<u64>1) << (<u64>length * 8)) - 1 : u64.MAX_VALUE
  const letters = load<u64>(at) & mask
  const ninth: u32 = length === LONGEST ? load<u8>(at + 8) : 0
  if (capitals && ((letters & CASE_BITS) !== 0 || (ninth & 0x20) !== 0)) return NO_WORD
  // No other byte of a word becomes a small letter by that bit.
  const level = levelOfLetters(letters | (CASE_BITS & mask), ninth | 0x20, length)
  if (level === NO_WORD) return NO_WORD
  const isWhole = at + length < to && load<u8>(at + length) !== 0x1b
  return isWhole ? level : level | IS_DOUBTFUL
}

/**
 * Whether the three bytes at `at` can be the first letters of a level, in any case. Those of all words
 * below have six of the 64 values that the product's highest bits can take; most others are refused
 * before it is known where their word ends.
 */
function beginsLikeLevel(at: usize): bool {
  const letters: u32 = (load<u32>(at) | 0x20_2020) & 0xff_ffff
  const place = (letters * 0xa040_6011) >>> 26
  return ((0x0002_0c04_0008_0004 >>> <u64>place) & 1) !== 0
}

/** The first eight letters of a word as one little-endian number, and the ninth. */
function levelOfLetters(letters: u64, ninth: u32, length: usize): i32 {
  switch (<i32>length) {
    case 3:
      return letters === 0x72_7265 ? ERROR : NO_WORD // err
    case 4:
      if (letters === 0x6f66_6e69) return INFO // info
      if (letters === 0x6e72_6177) return WARN // warn
      if (letters === 0x656e_6966) return DEBUG // fine
      return letters === 0x7469_7263 ? FATAL : NO_WORD // crit
    case 5:
      if (letters === 0x72_6f72_7265) return ERROR // error
      if (letters === 0x67_7562_6564) return DEBUG // debug
      if (letters === 0x65_6361_7274) return TRACE // trace
      if (letters === 0x6c_6174_6166) return FATAL // fatal
      if (letters === 0x72_656e_6966) return TRACE // finer
      if (letters === 0x63_696e_6170) return FATAL // panic
      if (letters === 0x67_7265_6d65) return FATAL // emerg
      return letters === 0x74_7265_6c61 ? FATAL : NO_WORD // alert
    case 6:
      if (letters === 0x6563_6974_6f6e) return INFO // notice
      if (letters === 0x6572_6576_6573) return ERROR // severe
      return letters === 0x7473_656e_6966 ? TRACE : NO_WORD // finest
    case 7:
      if (letters === 0x67_6e69_6e72_6177) return WARN // warning
      return letters === 0x65_736f_6272_6576 ? TRACE : NO_WORD // verbose
    case 8:
      return letters === 0x6c61_6369_7469_7263 ? FATAL : NO_WORD // critical
    default:
      return letters === 0x636e_6567_7265_6d65 && ninth === 0x79 ? FATAL : NO_WORD // emergency
  }
}
