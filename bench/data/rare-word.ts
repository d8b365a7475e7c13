/** The word that stands in a data set {@link RARE_HITS} times, however large it is. */
export const RARE_WORD = 'xylophonic'

/** What stands in its place otherwise: of the same length, so that one is written over the other. */
export const USUAL_WORD = 'lighthouse'

/** How often the rare word stands in a data set of plain lines. */
export const RARE_HITS = 9

/**
 * Which of `places` places take the rare word: {@link RARE_HITS} of them, spread evenly; all of them
 * when there are no more.
 */
export function rarePlaces(places: number): ReadonlySet<number> {
  const hits = Math.min(RARE_HITS, places)
  return new Set(
    Array.from({ length: hits }, (_, hit) => Math.floor(((hit + 0.5) * places) / hits)),
  )
}
