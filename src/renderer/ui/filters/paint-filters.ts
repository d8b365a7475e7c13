import type { Painter } from '../../list/painter.ts'
import type { Painters } from '../highlight/painters.ts'
import type { HitThread } from '../search/hit-finder.ts'
import { createHitPainter, type HitPainter } from '../search/hit-painter.ts'
import type { Filters } from './filters.ts'
import type { Chip } from './log-filter.ts'

/** Filters that are painted at most: each regular expression has a thread of its own. */
const MAX_PAINTED = 12

/** What is painted for one filter. */
interface Painted {
  readonly hits: HitPainter
  painter: Painter | null
}

/**
 * Keeps what the filters of the selected log include and highlight painted in its lines; `watch`
 * calls its listener when another log is selected.
 */
export function paintFilters(
  filters: Filters,
  painters: Painters,
  watch: (listener: () => void) => () => void,
  startThread: () => HitThread,
): void {
  const painted = new Map<string, Painted>()
  let shown: readonly Chip[] = []

  function paint(key: string, { mode, term }: Chip): void {
    const hits = createHitPainter(term, {
      className: `filter-${mode}`,
      startThread,
      onChange(painter) {
        const own = painted.get(key)
        if (own === undefined) return
        own.painter = painter
        combine()
      },
    })
    painted.set(key, { hits, painter: hits.painter })
  }

  function combine(): void {
    const all = [...painted.values()].flatMap(({ painter }) => painter ?? [])
    painters.set('filters', all.length === 0 ? null : combined(all))
  }

  function update(): void {
    const { chips } = filters.get()
    if (chips === shown) return
    shown = chips
    // What is highlighted lies over what is included.
    const wanted = new Map<string, Chip>()
    for (const mode of ['include', 'highlight'] as const) {
      for (const chip of chips) {
        if (chip.on && chip.mode === mode && wanted.size < MAX_PAINTED)
          wanted.set(keyOf(chip), chip)
      }
    }
    for (const [key, { hits }] of painted) {
      if (wanted.has(key)) continue
      hits.close()
      painted.delete(key)
    }
    for (const [key, chip] of wanted) {
      const known = painted.get(key)
      painted.delete(key)
      if (known === undefined) paint(key, chip)
      else painted.set(key, known)
    }
    combine()
  }

  filters.subscribe(update)
  watch(update)
  update()
}

function keyOf({ mode, term }: Chip): string {
  return JSON.stringify([mode, term])
}

function combined(painters: readonly Painter[]): Painter {
  return {
    key: JSON.stringify(painters.map(({ key }) => key)),
    paint: (line) => painters.flatMap((painter) => painter.paint(line)),
  }
}
