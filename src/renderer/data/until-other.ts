import type { Session } from './session.ts'

/** Resolves when the page's state is as it is waited for, or the signal was aborted. */
export function untilOther(
  session: Pick<Session, 'subscribe'>,
  isOther: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stop()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const stop = session.subscribe(() => {
      if (isOther()) end()
    })
    signal.addEventListener('abort', end)
    if (signal.aborted || isOther()) end()
  })
}
