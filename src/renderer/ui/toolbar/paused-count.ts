import { type PageState, selectedLog } from '../../data/page-state.ts'

/** Lines and errors that arrived since the pause; zero while nothing is paused. */
export function pausedCount(state: PageState): { readonly lines: number; readonly errors: number } {
  const log = selectedLog(state)
  if (state.pause.kind === 'running' || log === null) return { lines: 0, errors: 0 }
  return {
    lines: Math.max(0, log.end - state.pause.end),
    errors: Math.max(0, log.errors - state.pause.errors),
  }
}
