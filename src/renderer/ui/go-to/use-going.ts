import { useEffect, useRef, useState } from 'react'
import type { LineNumber } from '../../../shared/line-number.ts'
import { usePageState } from '../page/use-page-state.ts'
import { type GoToVerdict, judgeGoTo } from './judge-go-to.ts'
import { type GoTo, parseGoTo } from './parse-go-to.ts'
import { reachableLines } from './reachable-lines.ts'

/** How a wish to go somewhere stands. */
export type Going =
  /** Nothing was asked for yet, or it is being changed. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'asked'; readonly goTo: GoTo; readonly verdict: GoToVerdict }

/**
 * Goes where the user wants. The verdict is taken anew whenever the log has more lines, so that one
 * which the index does not know yet is gone to when it does.
 */
export function useGoing(onGo: (line: LineNumber) => void) {
  const [asked, setAsked] = useState<GoTo | 'nothing' | 'unreadable'>('nothing')
  const first = usePageState((state) => reachableLines(state).first)
  const end = usePageState((state) => reachableLines(state).end)
  const indexed = usePageState((state) => reachableLines(state).indexed)
  const onGoNow = useRef(onGo)
  onGoNow.current = onGo
  const lines = { first, end, indexed }
  const going = goingOf(asked, lines)
  const line = going.kind === 'asked' && going.verdict.kind === 'go' ? going.verdict.line : null

  useEffect(() => {
    if (line !== null) onGoNow.current(line)
  }, [line])

  return {
    going,
    lines,
    go: (text: string) => setAsked(parseGoTo(text) ?? 'unreadable'),
    forget: () => setAsked('nothing'),
  }
}

function goingOf(
  asked: GoTo | 'nothing' | 'unreadable',
  lines: Parameters<typeof judgeGoTo>[1],
): Going {
  if (asked === 'nothing') return { kind: 'asking' }
  if (asked === 'unreadable') return { kind: 'unreadable' }
  return { kind: 'asked', goTo: asked, verdict: judgeGoTo(asked, lines) }
}
