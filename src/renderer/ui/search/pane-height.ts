import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'
import { createStore, type Store } from '../page/store.ts'

/** Under which the height is kept. */
const KEY = 'search.height'

/** The head and three rows, in CSS pixels. */
export const MIN_PANE_HEIGHT = 104

/** The head and seven rows. */
export const DEFAULT_PANE_HEIGHT = 184

/** Taller than any screen: kept content is not to be trusted. */
const MAX_KEPT_HEIGHT = 10_000

/** How tall the results are, in CSS pixels, as the user left them. The page may have less room. */
export type PaneHeight = Store<number>

export function createPaneHeight(kept: Kept): PaneHeight {
  const known = z.number().min(MIN_PANE_HEIGHT).max(MAX_KEPT_HEIGHT)
  const height = createStore(kept.read(KEY, known, DEFAULT_PANE_HEIGHT))
  return {
    ...height,
    set(value) {
      const whole = Math.round(Math.min(Math.max(value, MIN_PANE_HEIGHT), MAX_KEPT_HEIGHT))
      height.set(whole)
      kept.write(KEY, whole)
    },
  }
}
