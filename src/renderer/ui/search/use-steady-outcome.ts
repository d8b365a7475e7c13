import { useEffect, useRef, useState } from 'react'
import type { SearchInput } from './search-input.ts'
import type { SearchStatus } from './search-status.ts'

/** How long an outcome stands while the next search goes on, in ms: most have ended by then. */
const STANDS_MS = 300

/** What a search came to, and what was looked for. */
export interface Outcome {
  readonly status: SearchStatus
  readonly input: SearchInput
}

/** What a search came to: for a moment still the one before, so that nothing blinks at each key. */
export function useSteadyOutcome(status: SearchStatus, input: SearchInput): Outcome {
  const before = useRef<Outcome | null>(null)
  /** What was typed when the moment was over: what is typed next has its own. */
  const [overFor, setOverFor] = useState<SearchInput | null>(null)
  const isGoingOn = status.kind === 'asking' || status.kind === 'searching'
  useEffect(() => {
    if (!isGoingOn) before.current = { status, input }
  })
  useEffect(() => {
    if (!isGoingOn) {
      setOverFor(null)
      return
    }
    const timer = setTimeout(() => setOverFor(input), STANDS_MS)
    return () => clearTimeout(timer)
  }, [isGoingOn, input])
  const stands = isGoingOn && overFor !== input && isEmpty(before.current)
  return stands && before.current !== null ? before.current : { status, input }
}

function isEmpty(outcome: Outcome | null): boolean {
  return outcome !== null && 'count' in outcome.status && outcome.status.count === 0
}
