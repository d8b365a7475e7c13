import { z } from 'zod'
import type { OwnLog } from '../server/own-log.ts'
import { openStored, type Stored } from './stored.ts'

/** Pixels of any desktop that exists; beyond it the window system clips or refuses. */
const MAX_DESKTOP_PX = 100_000

const position = z.number().int().min(-MAX_DESKTOP_PX).max(MAX_DESKTOP_PX)
const length = z.number().int().min(1).max(MAX_DESKTOP_PX)

const windowPlace = z.object({
  /** Where the window is when it is not maximised; null before it was ever closed. */
  bounds: z.object({ x: position, y: position, width: length, height: length }).nullable(),
  maximized: z.boolean(),
})

/** Where the window was when it was last closed. */
export type WindowPlace = z.infer<typeof windowPlace>

/** The window's place, kept over restarts. */
export function openWindowPlace(folder: string, ownLog: OwnLog): Stored<WindowPlace> {
  return openStored({
    folder,
    name: 'window',
    schema: windowPlace,
    defaults: { bounds: null, maximized: false },
    ownLog,
  })
}
