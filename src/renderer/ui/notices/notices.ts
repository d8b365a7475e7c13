import { createStore, type Store } from '../page/store.ts'

/** A sentence that does not stop the user. */
export interface Notice {
  readonly tone: 'info' | 'danger'
  readonly title: string
  readonly text: string
  /** What can be done about it; the notice is gone when it is. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface ShownNotice extends Notice {
  readonly id: number
}

/** Notices on the screen at once; more would cover the lines, and the oldest gives way. */
const MAX_SHOWN = 3

/** How long a notice that reports no failure stays, in ms: two sentences are read in half of it. */
const INFO_STAYS_MS = 10_000

export interface Notices {
  readonly shown: Store<readonly ShownNotice[]>
  /** Shows a notice and answers its id; the same sentence is not shown twice at once. */
  show(notice: Notice): number
  dismiss(id: number): void
}

export function createNotices(): Notices {
  const shown = createStore<readonly ShownNotice[]>([])
  let lastId = 0
  const dismiss = (id: number) => shown.set(shown.get().filter((notice) => notice.id !== id))
  return {
    shown,
    show(notice) {
      const same = shown
        .get()
        .find(({ title, text }) => title === notice.title && text === notice.text)
      if (same !== undefined) return same.id
      lastId += 1
      const id = lastId
      shown.set([...shown.get(), { ...notice, id }].slice(-MAX_SHOWN))
      if (notice.tone === 'info') setTimeout(() => dismiss(id), INFO_STAYS_MS)
      return id
    },
    dismiss,
  }
}
