/** Lines `from` to `to` (not included) of a log whose lines tell their own number, each with its feed. */
export function numbered(from: number, to: number, suffix = ''): string {
  let text = ''
  for (let line = from; line < to; line += 1) text += `line ${line}${suffix}\n`
  return text
}
