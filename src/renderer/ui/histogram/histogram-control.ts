import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'
import { createStore, type Store } from '../page/store.ts'

/** Heights of the histogram, in CSS pixels: below nothing is told apart, above it takes the lines' room. */
export const MIN_HEIGHT_PX = 44
export const MAX_HEIGHT_PX = 240
export const DEFAULT_HEIGHT_PX = 72

const look = z.object({
  open: z.boolean(),
  heightPx: z.int().min(MIN_HEIGHT_PX).max(MAX_HEIGHT_PX),
})

/** How the histogram stands above the lines. */
export type HistogramLook = z.infer<typeof look>

/** What commands do with the histogram that is on the screen. */
export interface HistogramHandle {
  focus(): void
  /** Shows all of the log again. */
  reset(): void
  zoom(direction: 'in' | 'out'): void
}

/** The histogram as the rest of the page knows it. */
export interface HistogramControl {
  readonly look: Store<HistogramLook>
  /** Null while none is on the screen. */
  readonly handle: Store<HistogramHandle | null>
}

const KEY = 'histogram'

/** Its look is kept over restarts. */
export function createHistogramControl(kept: Kept): HistogramControl {
  const fallback = { open: true, heightPx: DEFAULT_HEIGHT_PX }
  const store = createStore<HistogramLook>(kept.read(KEY, look, fallback))
  store.subscribe(() => kept.write(KEY, store.get()))
  return { look: store, handle: createStore<HistogramHandle | null>(null) }
}

/** A height within the bounds, in whole pixels. */
export function boundedHeight(px: number): number {
  return Math.round(Math.min(Math.max(px, MIN_HEIGHT_PX), MAX_HEIGHT_PX))
}
