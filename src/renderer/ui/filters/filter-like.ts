import type { ChipMode } from '../../../shared/filter-set.ts'
import type { Term } from '../../../shared/query.ts'
import type { Page } from '../page/page-context.ts'
import { drawnTerm } from './drawn-term.ts'
import { likeLine } from './like-line.ts'

/** Kinds of lines that one command filters at most: who selects a screen of them means something else. */
const MAX_KINDS = 8

/**
 * Filters for the text that is selected in the lines, or where none is for what lines like the
 * selected ones have.
 */
export async function filterLike(
  { session, filters, list }: Pick<Page, 'session' | 'filters' | 'list'>,
  mode: ChipMode,
): Promise<void> {
  const log = session.getState().selected
  const lines = list.get()
  if (log === null || lines === null) return
  const text = selectedText()
  const terms =
    text === ''
      ? (await lines.readSelection())?.map((row) => likeLine(row.text))
      : [drawnTerm(text)]
  for (const term of different(terms ?? [])) filters.add({ mode, term }, log)
}

/** The text that is marked within one line. */
function selectedText(): string {
  const selection = document.getSelection()
  const at = selection?.anchorNode?.parentElement
  if (selection === null || at?.closest('main [role="grid"]') == null) return ''
  return selection.toString().split('\n')[0]?.trim() ?? ''
}

function different(terms: readonly Term[]): readonly Term[] {
  const known = new Map(terms.map((term) => [JSON.stringify(term), term]))
  return [...known.values()].slice(0, MAX_KINDS)
}
