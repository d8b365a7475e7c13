import process from 'node:process'

/** Time to end in good order after a signal, in ms; then the process ends anyway, under the 2 s promised. */
const GRACE_MS = 1500

/**
 * Settles at the first signal that asks the process to end (SIGHUP: its terminal was closed). From
 * then on the process has `graceMs` to close what it holds. Further signals change nothing: a
 * Ctrl+C often comes twice, from the terminal and from the program that started this one.
 */
export function untilSignal(graceMs = GRACE_MS): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        setTimeout(() => process.exit(0), graceMs).unref()
        resolve()
      })
    }
  })
}
