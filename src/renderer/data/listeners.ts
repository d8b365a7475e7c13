/** A set of listeners that are told one after the other. */
export interface Listeners {
  /** Registers and answers the unsubscribe. */
  add(listener: () => void): () => void
  notify(): void
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    add(listener) {
      // Wrapped so that the same function registered twice is two registrations.
      const own = () => listener()
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    notify() {
      for (const listener of [...listeners]) listener()
    },
  }
}
