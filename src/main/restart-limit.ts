/** Whether one more restart may be tried now; asking counts as trying. */
export type RestartLimit = () => boolean

/**
 * Allows `most` restarts within any `withinMs`: what dies again at once would otherwise be restarted
 * for ever, and each start costs a port, a dialog and a core.
 */
export function createRestartLimit(
  most: number,
  withinMs: number,
  now: () => number = Date.now,
): RestartLimit {
  let tries: number[] = []
  return () => {
    const from = now() - withinMs
    tries = tries.filter((at) => at > from)
    if (tries.length >= most) return false
    tries.push(now())
    return true
  }
}
