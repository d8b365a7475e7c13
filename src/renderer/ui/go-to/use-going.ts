import { useEffect, useRef, useState } from 'react'
import type { LineNumber } from '../../../shared/line-number.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { judgeLine, type LineVerdict } from './judge-line.ts'
import type { Aim } from './line-goer.ts'
import { type ReachableLines, reachableLines } from './reachable-lines.ts'
import type { Understood } from './understand.ts'

/** How a wish to go somewhere stands. */
export type Going =
  /** Nothing was asked for yet, or it is being changed. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'no-times' }
  | { readonly kind: 'line'; readonly number: number; readonly verdict: LineVerdict }
  /** `answer` is what the server said of it: `after` when all lines are before it. */
  | { readonly kind: 'time'; readonly ms: number; readonly answer: 'waiting' | 'after' | 'failed' }

/**
 * Goes where the user wants. The verdict on a line is taken anew whenever the log has more lines, so
 * that one which the index does not know yet is gone to when it does.
 */
export function useGoing(onGo: (line: LineNumber, aim: Aim) => void) {
  const { session } = usePage()
  const [wish, setWish] = useState<Exclude<Going, { kind: 'line' }> | number>({ kind: 'asking' })
  const log = usePageState((state) => state.selected)
  const first = usePageState((state) => reachableLines(state).first)
  const end = usePageState((state) => reachableLines(state).end)
  const indexed = usePageState((state) => reachableLines(state).indexed)
  const onGoNow = useRef(onGo)
  onGoNow.current = onGo
  const lines: ReachableLines = { first, end, indexed }
  const going: Going =
    typeof wish === 'number'
      ? { kind: 'line', number: wish, verdict: judgeLine(wish, lines) }
      : wish
  const line = going.kind === 'line' && going.verdict.kind === 'go' ? going.verdict.line : null

  useEffect(() => {
    if (line !== null) onGoNow.current(line, 'line')
  }, [line])

  const ms = going.kind === 'time' && going.answer === 'waiting' ? going.ms : null
  useEffect(() => {
    if (ms === null || log === null) return
    const asked = new AbortController()
    void session.lineAt(log, ms, asked.signal).then((answer) => {
      if (asked.signal.aborted) return
      if (answer.kind === 'refused') setWish({ kind: 'time', ms, answer: 'failed' })
      else if (answer.value.line === null) setWish({ kind: 'time', ms, answer: 'after' })
      else onGoNow.current(answer.value.line, 'part')
    })
    return () => asked.abort()
  }, [session, log, ms])

  return {
    going,
    lines,
    go(understood: Understood) {
      switch (understood.kind) {
        case 'line': {
          const verdict = judgeLine(understood.number, lines)
          // One that is there is gone to at once, before anything is drawn of it here.
          if (verdict.kind === 'go') onGoNow.current(verdict.line, 'line')
          else setWish(understood.number)
          break
        }
        case 'time':
          setWish({ ...understood, answer: 'waiting' })
          break
        case 'no-times':
          setWish(understood)
          break
        default:
          setWish({ kind: 'unreadable' })
      }
    },
    forget: () => setWish({ kind: 'asking' }),
  }
}
