import { useRef } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import { type Page, usePage } from '../page/page-context.ts'
import type { FieldKey } from './field-key.ts'
import { type HistoryWalk, walkHistory } from './search-history.ts'

/** What the keys of the search field do. */
export interface FieldKeys {
  /** Whether the key did something: else it is the browser's. */
  run(key: FieldKey): boolean
  /** What is typed begins a new walk through the history. */
  forgetWalk(): void
}

/** The keys of the search field, with the walk through the history that they make. */
export function useFieldKeys(): FieldKeys {
  const page = usePage()
  const walk = useRef<HistoryWalk | null>(null)

  function goThroughHistory(by: 1 | -1): boolean {
    const { searches, history } = page.search
    const from = walk.current ?? { draft: searches.get().input, at: -1 }
    const step = walkHistory(history.get(), from, by)
    // Below the newest search are the results.
    if (step === null) return by === -1 && page.search.focusResults()
    walk.current = step.walk
    searches.change(step.input)
    return true
  }

  return {
    run(key) {
      switch (key.kind) {
        case 'step':
          walk.current = null
          page.search.step(key.by)
          return true
        case 'history':
          return goThroughHistory(key.by)
        case 'toggle':
          toggle(page, key.what)
          return true
        case 'close':
          page.search.remember()
          page.search.searches.close()
          page.commands.focusLines()
          return true
        default:
          return assertNever(key, 'key')
      }
    },
    forgetWalk() {
      walk.current = null
    },
  }
}

function toggle({ search: { searches } }: Page, what: 'matchCase' | 'wholeWord' | 'regexp'): void {
  const { input } = searches.get()
  if (what === 'regexp') searches.change({ kind: input.kind === 'regexp' ? 'text' : 'regexp' })
  else searches.change({ [what]: !input[what] })
}
