import { memo, useEffect, useRef } from 'react'
import { plainText } from '../../list/style-line.ts'

export interface LineTextProps {
  readonly label: string
  readonly pieces: readonly string[]
  /** Whether there is more to load by scrolling near to the end. */
  readonly hasMore: boolean
  readonly onNearEnd: () => void
}

/** Distance to the end, in pixels, at which the next piece is asked for: about a screen before it is needed. */
const NEAR_END_PX = 800

/** The text of a line, wrapped, as text; the end coming near asks for more. */
export function LineText({ label, pieces, hasMore, onNearEnd }: LineTextProps) {
  const scroller = useRef<HTMLElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const onNearEndNow = useRef(onNearEnd)
  onNearEndNow.current = onNearEnd
  const count = pieces.length

  // Observed anew after each piece: an end that stays near is not told of twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!hasMore || end.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onNearEndNow.current()
      },
      { root: scroller.current, rootMargin: `${NEAR_END_PX}px` },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasMore, count])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={scroller} className="whole-line-text" aria-label={label} tabIndex={0}>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever added at the end
        <Piece key={index} text={piece} />
      ))}
      <div ref={end} />
    </section>
  )
}

const Piece = memo(function Piece({ text }: { readonly text: string }) {
  return <div className="whole-line-piece">{plainText(text)}</div>
})
