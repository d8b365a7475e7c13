import { z } from 'zod'
import type { Kept } from '../../kept/kept.ts'
import { NARROW } from '../page/narrow.ts'
import { createStore, type Store } from '../page/store.ts'

/** Whether the panel of sources is shown. */
export type Panel = Store<boolean>

const KEY = 'sources.shown'

/**
 * A wide window begins with the panel as it was left there, and a narrow one without, also when it
 * changes into one.
 */
export function createPanel(kept: Kept): Panel {
  const narrow = matchMedia(NARROW)
  const begin = () => !narrow.matches && kept.read(KEY, z.boolean(), true)
  const panel = createStore(begin())
  narrow.addEventListener('change', () => panel.set(begin()))
  return {
    ...panel,
    set(isShown) {
      panel.set(isShown)
      if (!narrow.matches) kept.write(KEY, isShown)
    },
  }
}
