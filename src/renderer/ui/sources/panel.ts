import { NARROW } from '../page/narrow.ts'
import { createStore, type Store } from '../page/store.ts'

/** Whether the panel of sources is shown. */
export type Panel = Store<boolean>

/** A wide window begins with the panel and a narrow one without, also when it changes into one. */
export function createPanel(): Panel {
  const narrow = matchMedia(NARROW)
  const panel = createStore(!narrow.matches)
  narrow.addEventListener('change', () => panel.set(!narrow.matches))
  return panel
}
