/**
 * The JSON object that a line is, as it stands there; null for any other line. Not parsed and written
 * again: that would round numbers over 2^53 and drop fields of the same name.
 */
export function jsonObjectOf(line: string): string | null {
  const text = line.trim()
  if (!text.startsWith('{') || !text.endsWith('}')) return null
  try {
    JSON.parse(text)
  } catch {
    // Text in braces, which is no JSON: most lines that begin so are.
    return null
  }
  // Within JSON it is only space, and some readers take it for the end of a line.
  return text.replaceAll('\r', ' ')
}
