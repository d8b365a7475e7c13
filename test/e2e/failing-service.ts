/** `lines` lines, of which every hundredth, from the eighth on, is a failure. */
export function failingService(lines: number): string {
  let text = ''
  for (let line = 1; line <= lines; line += 1) {
    text += line % 100 === 8 ? `ERROR payment failed for user ${line}\n` : `INFO served ${line}\n`
  }
  return text
}
