/**
 * A field of a CSV file: in quotes, with the quotes in it doubled (RFC 4180, section 2), and otherwise
 * as it is.
 */
export function csvField(text: string): string {
  return `"${csvQuoted(text)}"`
}

/** What stands between the quotes: a part of a field that is written piece by piece. */
export function csvQuoted(text: string): string {
  return text.replaceAll('"', '""')
}
