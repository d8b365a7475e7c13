/** Where a hit stands in a text: `[from, to)` in UTF-16 units. */
export interface Hit {
  readonly from: number
  readonly to: number
}

/** Hits of one line at most: more would be one colour, and each costs an element. */
export const MAX_HITS = 200

/** The hits of a pattern, with the flag `g`, in a text. Empty ones are nothing to show. */
export function findHits(pattern: RegExp, text: string): readonly Hit[] {
  const hits: Hit[] = []
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue
    hits.push({ from: match.index, to: match.index + match[0].length })
    if (hits.length === MAX_HITS) break
  }
  return hits
}
