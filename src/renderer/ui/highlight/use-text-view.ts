import { useEffect } from 'react'
import type { LogList } from '../../list/log-list.ts'
import type { TextView } from '../../list/painter.ts'
import { compactText } from '../../structure/compact-text.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'

const COMPACT: TextView = { key: 'compact', textOf: compactText }

/** Keeps lines of JSON in every list on the screen as text, or as they are, whichever the user chose. */
export function useTextView(): void {
  const { list, split, search, highlighting } = usePage()
  const isCompact = useStore(highlighting.compact)
  useTextViewOf(useStore(list), isCompact)
  useTextViewOf(useStore(split.list), isCompact)
  useTextViewOf(useStore(search.results), isCompact)
}

function useTextViewOf(list: LogList | null, isCompact: boolean): void {
  useEffect(() => list?.setTextView(isCompact ? COMPACT : null), [list, isCompact])
}
