import { expect, vi } from 'vitest'
import { createSearches, type Searches } from '../../src/renderer/ui/search/searches.ts'
import type { ViewState } from '../../src/shared/views.ts'
import { type LiveSession, liveSession } from './live-session.ts'

/** A live session with its searches. */
export interface SearchedSession extends LiveSession {
  readonly searches: Searches
  /** The view of the search; null without one. */
  readonly view: () => ViewState | null
  /** Resolves when the search is done and has this many matches. */
  readonly found: (matches: number) => Promise<void>
}

/** Waits until `check` throws no more. */
export const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

/** A page without its elements, which searches in logs of these contents. */
export async function searchedSession(...contents: readonly string[]): Promise<SearchedSession> {
  const live = await liveSession(...contents)
  const searches = createSearches(live.session)
  const view = () => {
    const { phase } = searches.get()
    const id = phase.kind === 'closed' ? null : phase.view
    return id === null ? null : (live.session.getState().views.get(id) ?? null)
  }
  const found = (end: number) =>
    until(() => {
      expect(searches.isSettled()).toBe(true)
      expect(view()).toMatchObject({ end, phase: { kind: 'current' } })
    })
  return { ...live, searches, view, found }
}
