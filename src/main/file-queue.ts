/** Paths that wait until there is a server to open them. */
export interface FileQueue {
  /** Opens the paths, or keeps them until {@link FileQueue.flowInto} was called. */
  offer(paths: readonly string[]): void
  /** Hands over what waited, now, and from now on whatever is offered. Answers whether anything waited. */
  flowInto(open: (paths: readonly string[]) => void): boolean
}

/** macOS sends `open-file` before the app is ready, and a second launch may come while it starts. */
export function createFileQueue(): FileQueue {
  let waiting: string[] = []
  let open: ((paths: readonly string[]) => void) | null = null
  return {
    offer(paths) {
      if (paths.length === 0) return
      if (open === null) waiting.push(...paths)
      else open(paths)
    },
    flowInto(next) {
      const waited = waiting
      waiting = []
      open = next
      if (waited.length > 0) next(waited)
      return waited.length > 0
    },
  }
}
