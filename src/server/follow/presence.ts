/** A path that is missing for less than this, in ms, is between the two halves of a rotation. */
const GONE_AFTER_MS = 500

/** Decides when it is told that a path leads nowhere, and that it leads somewhere again. */
export interface Presence {
  /** Whether it was told that the path is gone. */
  readonly gone: boolean
  /** Notes an absence; true when it is to be told now. `now` in ms of a steady clock. */
  missing(now: number): boolean
  /** Notes that the path leads to a file; true when its absence had been told. */
  present(): boolean
}

export function createPresence(): Presence {
  let missingSince: number | null = null
  let gone = false
  return {
    get gone() {
      return gone
    },
    missing(now) {
      missingSince ??= now
      if (gone || now - missingSince < GONE_AFTER_MS) return false
      gone = true
      return true
    },
    present() {
      missingSince = null
      const wasGone = gone
      gone = false
      return wasGone
    },
  }
}
