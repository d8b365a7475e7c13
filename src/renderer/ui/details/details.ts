import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'
import { createStore, type Store } from '../page/store.ts'

/** What the pane shows of a line. */
export const DETAIL_TABS = ['fields', 'text'] as const
export type DetailTab = (typeof DETAIL_TABS)[number]

/** Width of the pane in CSS pixels: a name and a value at least, and room for the lines beside it. */
export const MIN_WIDTH = 240
export const MAX_WIDTH = 900

/** How the pane of details stands. */
export interface DetailsState {
  readonly isOpen: boolean
  readonly width: number
  readonly tab: DetailTab
}

export type Details = Store<DetailsState>

const state = z.object({
  isOpen: z.boolean(),
  width: z.number().min(MIN_WIDTH).max(MAX_WIDTH),
  tab: z.enum(DETAIL_TABS),
})

const KEY = 'details'

/** The pane as it was left; closed at first, and about a third of a small window wide. */
export function createDetails(kept: Kept): Details {
  const store = createStore<DetailsState>(
    kept.read(KEY, state, { isOpen: false, width: 380, tab: 'fields' }),
  )
  store.subscribe(() => kept.write(KEY, store.get()))
  return store
}
