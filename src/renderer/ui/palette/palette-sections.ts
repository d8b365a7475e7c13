import type { PaletteEntry } from './palette-entry.ts'

export interface PaletteSection {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}

/** The palette before anything is typed: what was used lately, then everything by section. */
export function paletteSections(
  entries: readonly PaletteEntry[],
  recent: readonly string[],
  recentTitle: string,
): readonly PaletteSection[] {
  const lately = recent.flatMap((id) => entries.filter((entry) => entry.id === id))
  const others = Map.groupBy(
    entries.filter((entry) => !lately.includes(entry)),
    (entry) => entry.group,
  )
  const sections = [...others].map(([title, grouped]) => ({ title, entries: grouped }))
  return lately.length === 0 ? sections : [{ title: recentTitle, entries: lately }, ...sections]
}
