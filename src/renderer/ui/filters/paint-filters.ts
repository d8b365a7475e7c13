import { type PageState, shownView } from '../../data/page-state.ts'
import type { Session } from '../../data/session.ts'
import type { Painter } from '../../list/painter.ts'
import type { Painters } from '../highlight/painters.ts'
import { createLinesMoment } from '../page/lines-moment.ts'
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

/** Keeps what the filters of the selected log include and highlight painted in its lines. */
export function paintFilters(
  filters: Filters,
  painters: Painters,
  session: Pick<Session, 'getState' | 'watch'>,
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

  const moment = createLinesMoment(update)
  let asked = JSON.stringify(filters.queryOf())
  filters.subscribe(() => {
    const before = asked
    asked = JSON.stringify(filters.queryOf())
    // Other rows are on their way only when something else is asked for.
    if (asked === before) moment.now()
    else moment.soon()
  })
  let drawn = drawnRows(session.getState())
  session.watch(() => {
    const before = drawn
    drawn = drawnRows(session.getState())
    if (drawn !== before) moment.now()
  })
  update()
}

/** Differs when other rows, or another log, are on the screen. */
function drawnRows(state: PageState): string {
  return `${state.selected} ${shownView(state, state.selected)?.id}`
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
