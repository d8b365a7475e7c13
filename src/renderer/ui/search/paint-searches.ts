import type { Painters } from '../highlight/painters.ts'
import { createLinesMoment } from '../page/lines-moment.ts'
import { createStore, type Store } from '../page/store.ts'
import { HIT_CLASS } from './hit-class.ts'
import type { HitThread } from './hit-finder.ts'
import { createHitPainter, type HitPainter } from './hit-painter.ts'
import { resultsOf } from './log-search.ts'
import { termOf } from './search-input.ts'
import type { Searches } from './searches.ts'

/** Keeps the hits of the selected log's search painted. Answers whether they cannot be, for a slow pattern. */
export function paintSearches(
  searches: Searches,
  painters: Painters,
  startThread: () => HitThread,
): Store<boolean> {
  const isUnpainted = createStore(false)
  let key = ''
  let current: HitPainter | null = null

  function show(): void {
    const { phase, input } = searches.get()
    const term = phase.kind === 'open' ? termOf(input) : null
    const next = term === null ? '' : JSON.stringify(term)
    if (next === key) return
    key = next
    current?.close()
    isUnpainted.set(false)
    current =
      term === null
        ? null
        : createHitPainter(term, {
            className: HIT_CLASS,
            startThread,
            onChange: (painter) => {
              painters.set('search', painter)
              isUnpainted.set(painter === null)
            },
          })
    painters.set('search', current?.painter ?? null)
  }

  const moment = createLinesMoment(show)
  let view = resultsOf(searches.get())
  searches.watch(() => {
    const before = view
    view = resultsOf(searches.get())
    const isOpen = searches.get().phase.kind === 'open'
    if (isOpen && view === before) moment.soon()
    else moment.now()
  })
  show()
  return isUnpainted
}
