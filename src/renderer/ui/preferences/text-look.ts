import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'
import { createStore, type Store } from '../page/store.ts'

/** Sizes of the lines' text, in CSS pixels: below, letters run together; above, a line is a headline. */
export const MIN_TEXT_PX = 10
export const MAX_TEXT_PX = 24
export const DEFAULT_TEXT_PX = 13

/** How far apart lines stand. */
export const spacing = z.enum(['tight', 'normal', 'wide'])
export type Spacing = z.infer<typeof spacing>

/** Heights of a row in heights of its text; normal makes the 20 px of 13 px text. */
const ROW_PER_TEXT: Readonly<Record<Spacing, number>> = { tight: 1.3, normal: 1.54, wide: 1.85 }

const textLook = z.object({
  sizePx: z.int().min(MIN_TEXT_PX).max(MAX_TEXT_PX),
  spacing,
  /** Lines wider than the view are broken. */
  wrap: z.boolean().default(false),
})

/** How the text of the lines looks, whatever the theme. */
export type TextLook = z.infer<typeof textLook>

export type TextLooks = Store<TextLook>

const KEY = 'text-look'

export const DEFAULT_TEXT_LOOK: TextLook = {
  sizePx: DEFAULT_TEXT_PX,
  spacing: 'normal',
  wrap: false,
}

/** The user's choice, kept over restarts. */
export function createTextLook(kept: Kept): TextLooks {
  const store = createStore<TextLook>(kept.read(KEY, textLook, DEFAULT_TEXT_LOOK))
  store.subscribe(() => kept.write(KEY, store.get()))
  return store
}

/** The height of a row in whole CSS pixels: rows of others would stand between two of the screen's. */
export function rowHeightPx({ sizePx, spacing }: Omit<TextLook, 'wrap'>): number {
  return Math.round(sizePx * ROW_PER_TEXT[spacing])
}

/** `look` with text `by` pixels larger, as far as it goes. */
export function resized(look: TextLook, by: number): TextLook {
  const sizePx = Math.min(Math.max(look.sizePx + by, MIN_TEXT_PX), MAX_TEXT_PX)
  return sizePx === look.sizePx ? look : { ...look, sizePx }
}
