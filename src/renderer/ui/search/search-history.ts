import { z } from 'zod'
import { MAX_PATTERN_LENGTH } from '../../../shared/query.ts'
import type { SearchInput } from './search-input.ts'

/** Searches that are remembered: as many as somebody walks through with an arrow key. */
export const MAX_REMEMBERED = 50

/** Longer texts are not remembered: 50 of them fit many times into what one key may keep. */
const MAX_REMEMBERED_LENGTH = 1024

const remembered = z
  .object({
    text: z.string().min(1).max(MAX_PATTERN_LENGTH),
    kind: z.enum(['text', 'regexp']),
    matchCase: z.boolean(),
    wholeWord: z.boolean(),
  })
  .strict()

/** What was searched for, the newest first. */
export const searchHistory = z.array(remembered).max(MAX_REMEMBERED)
export type SearchHistory = readonly SearchInput[]

/** The history with one more search at its top; one that was there already moves up. */
export function remember(history: SearchHistory, input: SearchInput): SearchHistory {
  const { text } = input
  if (text === '' || text.length > MAX_REMEMBERED_LENGTH) return history
  const [newest] = history
  if (newest !== undefined && isSame(newest, input)) return history
  const others = history.filter((one) => !isSame(one, input))
  return [input, ...others].slice(0, MAX_REMEMBERED)
}

function isSame(one: SearchInput, other: SearchInput): boolean {
  return (
    one.text === other.text &&
    one.kind === other.kind &&
    one.matchCase === other.matchCase &&
    one.wholeWord === other.wholeWord
  )
}

/** A walk through the history: what was typed before it began, and how far it has come. */
export interface HistoryWalk {
  readonly draft: SearchInput
  /** Place in the history; -1 is the draft. */
  readonly at: number
}

/** One step to an older search, or back to a newer one; null where the walk has no farther place. */
export function walkHistory(
  history: SearchHistory,
  walk: HistoryWalk,
  by: 1 | -1,
): { readonly walk: HistoryWalk; readonly input: SearchInput } | null {
  let at = walk.at + by
  // What stands in the field already would be a key press without an effect.
  if (at >= 0 && history[at]?.text === walk.draft.text && walk.at === -1) at += by
  if (at < -1 || at >= history.length) return null
  const input = at === -1 ? walk.draft : history[at]
  return input === undefined ? null : { walk: { ...walk, at }, input }
}
