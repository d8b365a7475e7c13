import process from 'node:process'

/** How often it is looked for: a second without a parent harms nobody. */
const LOOK_INTERVAL_MS = 1000

/**
 * Calls the listener once when npm, which started this process, has ended. npm and its shell hand a
 * SIGTERM of their own not on to what they run, and a server without a terminal would stay behind.
 * Does nothing when somebody else started it.
 */
export function onParentGone(listener: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    listener()
  }, LOOK_INTERVAL_MS)
  timer.unref()
}
