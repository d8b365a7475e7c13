/** How long the mark stays, in ms; log-row.css fades it in this time. */
const MARK_MS = 1600

/** The line that was gone to just now: marked until the eye has found it. */
export interface PassingMark {
  /** Null when no line is marked. */
  readonly line: number | null
  set(line: number): void
  clear(): void
}

/** `onChange` is called whenever another line, or none, is marked from then on. */
export function createPassingMark(onChange: () => void): PassingMark {
  let line: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function clear(): void {
    clearTimeout(timer)
    if (line === null) return
    line = null
    onChange()
  }

  return {
    get line() {
      return line
    },
    set(next) {
      clearTimeout(timer)
      line = next
      timer = setTimeout(clear, MARK_MS)
      onChange()
    },
    clear,
  }
}
