import { createStore, type Store } from '../page/store.ts'

/** A sentence that does not stop the user. */
export interface Notice {
  readonly tone: 'info' | 'danger'
  readonly title: string
  readonly text: string
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
  /** Shows a notice; the same sentence is not shown twice at once. */
  show(notice: Notice): void
  dismiss(id: number): void
}

export function createNotices(): Notices {
  const shown = createStore<readonly ShownNotice[]>([])
  let lastId = 0
  const dismiss = (id: number) => shown.set(shown.get().filter((notice) => notice.id !== id))
  return {
    shown,
    show(notice) {
      const isShown = shown
        .get()
        .some(({ title, text }) => title === notice.title && text === notice.text)
      if (isShown) return
      lastId += 1
      const id = lastId
      shown.set([...shown.get(), { ...notice, id }].slice(-MAX_SHOWN))
      if (notice.tone === 'info') setTimeout(() => dismiss(id), INFO_STAYS_MS)
    },
    dismiss,
  }
}
