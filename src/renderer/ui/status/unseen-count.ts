import { type PageState, selectedLog } from '../../data/page-state.ts'

/** Lines and errors that came below the view since its end was left; zero while it follows or is paused. */
export function unseenCount(state: PageState): { readonly lines: number; readonly errors: number } {
  const log = selectedLog(state)
  const { leftAt } = state
  if (log === null || leftAt === null || state.pause.kind === 'paused') {
    return { lines: 0, errors: 0 }
  }
  return {
    lines: Math.max(0, log.end - leftAt.end),
    errors: Math.max(0, log.errors - leftAt.errors),
  }
}
