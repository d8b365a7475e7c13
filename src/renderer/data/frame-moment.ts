import { afterFrame } from './after-frame.ts'

/** When something is told that may come behind the lines: once, however often it is asked for. */
export interface FrameMoment {
  /** Behind the next frame. */
  soon(): void
  /** In this moment, and then not behind the frame any more. */
  now(): void
  /** Not at all, until it is asked for again. */
  forget(): void
}

export function createFrameMoment(run: () => void): FrameMoment {
  let cancel: (() => void) | null = null

  function forget(): void {
    cancel?.()
    cancel = null
  }

  /** What `run` itself asks for is for the frame after. */
  function now(): void {
    forget()
    run()
  }

  return {
    soon() {
      cancel ??= afterFrame(now)
    },
    now,
    forget,
  }
}
