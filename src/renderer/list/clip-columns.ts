/**
 * Characters of a line that are drawn at first: several screens wide. Forty lines of 16 KiB are
 * 655 000 glyphs to shape and paint in each frame, nearly all of them far outside the view (seen: 130 ms
 * a frame when they are drawn, 17 ms when they are not); more is drawn when the view is moved
 * sideways near to the end of what is there.
 */
export const FIRST_COLUMNS = 1024

/** All of any line: the server cuts the text of a line at 16 KiB. */
export const MAX_COLUMNS = 16 * 1024

/** The beginning of `text`, at most `columns` UTF-16 units, never half of a character. */
export function clipColumns(text: string, columns: number): string {
  if (text.length <= columns) return text
  const last = text.charCodeAt(columns - 1)
  const isHalf = last >= 0xd800 && last <= 0xdbff
  return text.slice(0, isHalf ? columns - 1 : columns)
}
