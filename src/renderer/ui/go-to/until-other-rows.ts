import type { LogList } from '../../list/log-list.ts'

/** Longer than a list waits for the place of its reader among other rows, in ms. */
const PATIENCE_MS = 1000

/** Resolves when the list draws other rows, or after a while. Asked before these are wished for. */
export function untilOtherRows(list: Pick<LogList, 'onRows'>): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      // The list is still placing its reader in them.
      queueMicrotask(resolve)
    }
    const timer = setTimeout(end, PATIENCE_MS)
    const stop = list.onRows(end)
  })
}
