/** A letter or a digit of whatever script, or `_`. */
const WORD = '[\\p{L}\\p{N}_]'

/** The source of a pattern whose matches stand alone: neither end touches a {@link WORD} character. */
export function withWordEdges(source: string): string {
  return `(?<!${WORD})(?:${source})(?!${WORD})`
}
