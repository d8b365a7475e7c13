import { useEffect } from 'react'
import type { TextView } from '../../list/painter.ts'
import { compactText } from '../../structure/compact-text.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'

const COMPACT: TextView = { key: 'compact', textOf: compactText }

/** Keeps lines of JSON on the screen as text, or as they are, whichever the user chose. */
export function useTextView(): void {
  const { list, highlighting } = usePage()
  const shown = useStore(list)
  const isCompact = useStore(highlighting.compact)
  useEffect(() => shown?.setTextView(isCompact ? COMPACT : null), [shown, isCompact])
}
