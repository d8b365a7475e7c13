import { endAndLevel, levelIn } from './end-and-level'

/** The level of the line `[from, to)`, which may have its ending, as its place in LEVELS. */
export function levelOfLine(from: usize, to: usize, utf8: bool, scratch: usize): i32 {
  return levelIn(endAndLevel(from, to, utf8, scratch))
}
