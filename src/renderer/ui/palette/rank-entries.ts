import fuzzysort from 'fuzzysort'
import type { PaletteEntry } from './palette-entry.ts'

export interface RankedEntry {
  readonly entry: PaletteEntry
  /** UTF-16 positions in its name that what was typed stands for. */
  readonly matched: readonly number[]
}

/** Below it, letters are found that stand nowhere near each other: nobody means those. */
const LEAST_SCORE = 0.35

/** How much one that was used lately goes before an equal one that was not. */
const RECENT_BONUS = 0.08

/** A name says more than the section that it stands in. */
const GROUP_WEIGHT = 0.6

/**
 * The entries that `query` can mean, best first; accents and case do not count. Nothing typed means
 * every entry in the given order.
 */
export function rankEntries(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): readonly RankedEntry[] {
  const wanted = query.trim()
  if (wanted === '') return entries.map((entry) => ({ entry, matched: [] }))
  return entries
    .flatMap((entry) => {
      const byName = fuzzysort.single(wanted, entry.name)
      const byGroup = fuzzysort.single(wanted, entry.group)
      const score = Math.max(byName?.score ?? 0, GROUP_WEIGHT * (byGroup?.score ?? 0))
      if (score < LEAST_SCORE) return []
      const bonus = recent.includes(entry.id) ? RECENT_BONUS : 0
      return [{ entry, matched: byName?.indexes ?? [], score: score + bonus }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ entry, matched }) => ({ entry, matched }))
}
