import { lineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import type { Session } from '../../data/session.ts'
import type { Kept } from '../../kept/kept.ts'
import type { LogList } from '../../list/log-list.ts'
import { createStore, type Store } from '../page/store.ts'
import { tabBeside } from '../tabs/tab-order.ts'
import type { Tabs } from '../tabs/tabs.ts'
import { afterSelecting, NOT_SPLIT, type SplitState, splitState } from './split-state.ts'

/** The two lists of a split view. */
export interface Split {
  readonly state: Store<SplitState>
  /** The second list; null while it is not on the screen. */
  readonly list: Store<LogList | null>
  /** The second log, while it is on the screen. */
  shown(): LogId | null
  /** Shows the log of the next tab beside the selected one, or one log again. */
  toggle(): void
  show(second: LogId): void
  turn(): void
  link(linked: boolean): void
  /** Gives the first list this part of the room. */
  resize(share: number): void
  /** Lets the two logs change sides; the second one is selected then. */
  swap(): void
}

const KEY = 'split'

export interface SplitParts {
  readonly session: Session
  readonly tabs: Tabs
  readonly kept: Kept
  /** The list of the selected log. */
  readonly mainList: Store<LogList | null>
}

/** The split view as it was left. */
export function createSplit({ session, tabs, kept, mainList }: SplitParts): Split {
  const state = createStore<SplitState>(kept.read(KEY, splitState, NOT_SPLIT))
  const list = createStore<LogList | null>(null)
  let selected: LogId | null = null
  state.subscribe(() => kept.write(KEY, state.get()))
  session.subscribe(() => {
    const next = session.getState()
    if (next.server === null || next.selected === selected) return
    // The log that was selected may just have been closed.
    const isOpen = next.server.logs.some(({ id }) => id === selected)
    state.set(afterSelecting(state.get(), isOpen ? selected : null, next.selected))
    selected = next.selected
  })
  return {
    state,
    list,
    shown: () => (list.get() === null ? null : state.get().second),
    toggle() {
      const now = state.get()
      const second = now.second === null ? tabBeside(tabs.get(), selected, 1) : null
      state.set({ ...now, second, selectedLast: false })
    },
    show(second) {
      if (second !== selected) state.set({ ...state.get(), second })
    },
    turn() {
      const now = state.get()
      state.set({ ...now, side: now.side === 'beside' ? 'below' : 'beside' })
    },
    resize: (share) => state.set({ ...state.get(), share }),
    link: (linked) => state.set({ ...state.get(), linked }),
    swap() {
      const { second, selectedLast } = state.get()
      if (second === null) return
      const place = list.get()?.readingPlace
      session.select(second)
      state.set({ ...state.get(), selectedLast })
      if (place?.kind !== 'row' || place.line === null) return
      // Read where it was on the other side.
      session.setFollow(false)
      void mainList.get()?.showLine(lineNumber(place.line))
    },
  }
}
