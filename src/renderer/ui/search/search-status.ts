import { assertNever } from '../../../shared/assert-never.ts'
import type { ViewPhase, ViewState } from '../../../shared/views.ts'
import type { LogSearch, SearchRefusal } from './log-search.ts'

/** What the page says of a search. */
export type SearchStatus =
  /** Nothing is looked for. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: SearchRefusal }
  /** The server has not answered yet. */
  | { readonly kind: 'asking' }
  /** `share` of the log, 0 to 1, was looked at. */
  | { readonly kind: 'searching'; readonly count: number; readonly share: number }
  | { readonly kind: 'found'; readonly count: number }
  | { readonly kind: 'stopped'; readonly count: number; readonly share: number }
  | {
      readonly kind: 'failed'
      readonly count: number
      readonly reason: Extract<ViewPhase, { kind: 'failed' }>['reason']
    }

/** `view` is the one that the search names, as far as the page knows it. */
export function searchStatus({ input, phase }: LogSearch, view: ViewState | null): SearchStatus {
  if (phase.kind === 'closed' || input.text === '') return { kind: 'none' }
  if (phase.kind === 'refused') return { kind: 'refused', refusal: phase.refusal }
  if (view === null) return { kind: 'asking' }
  const count = view.end - view.first
  const share = view.total === 0 ? 1 : Math.min(1, view.scanned / view.total)
  switch (view.phase.kind) {
    case 'scanning':
      return { kind: 'searching', count, share }
    case 'current':
      return { kind: 'found', count }
    case 'stopped':
      return { kind: 'stopped', count, share }
    case 'failed':
      return { kind: 'failed', count, reason: view.phase.reason }
    default:
      return assertNever(view.phase, 'phase of a view')
  }
}
