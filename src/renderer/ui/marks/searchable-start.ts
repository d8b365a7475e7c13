/** Characters of a line that are kept to find it again: lines with times differ within the first 40. */
export const MAX_START_LENGTH = 240

/** Room that they take when they are kept; control characters take six times theirs as JSON. */
const MAX_KEPT_LENGTH = 480

/**
 * The beginning of a line that a search for these characters finds. U+FFFD stands for bytes that are
 * no character, which a search would not find under it: the longest run without one is taken.
 */
export function searchableStart(text: string): string {
  const runs = text.slice(0, 4 * MAX_START_LENGTH).split('\ufffd')
  const longest = runs.reduce((best, run) => (run.trim().length > best.trim().length ? run : best))
  let start = whole(longest.slice(0, MAX_START_LENGTH))
  while (JSON.stringify(start).length > MAX_KEPT_LENGTH) {
    start = whole(start.slice(0, Math.floor(start.length / 2)))
  }
  return start.trim() === '' ? '' : start
}

/** Without half of a character at its end. */
function whole(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
}
