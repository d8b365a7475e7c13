import { type ReactNode, useEffect, useRef, type WheelEvent } from 'react'
import { StripButton } from './strip-button.tsx'
import { showSelected, useStrip } from './use-strip.ts'

export interface TabStripProps {
  readonly order: readonly string[]
  readonly selected: string | null
  readonly children: ReactNode
}

/** Share of a strip that one press moves: what was at the edge stays in sight. */
const PRESS_SHARE = 0.8

/** What scrolls sideways when the tabs do not fit, and shows that it does. */
export function TabStrip({ order, selected, children }: TabStripProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const overflow = useStrip(scroller)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is selected, or stands elsewhere
  useEffect(() => {
    if (scroller.current !== null) showSelected(scroller.current)
  }, [order, selected])
  const press = (by: number) => {
    const width = scroller.current?.clientWidth ?? 0
    scroller.current?.scrollBy({ left: by * width * PRESS_SHARE })
  }
  return (
    <div className="tabs-strip">
      <div ref={scroller} className="tabs-scroller" onWheel={scrollSideways}>
        {children}
      </div>
      {(overflow === 'start' || overflow === 'both') && (
        <StripButton side="start" onPress={() => press(-1)} />
      )}
      {(overflow === 'end' || overflow === 'both') && (
        <StripButton side="end" onPress={() => press(1)} />
      )}
    </div>
  )
}

/** A mouse wheel turns up and down; the tabs lie side by side. */
function scrollSideways(event: WheelEvent<HTMLElement>): void {
  if (event.deltaX !== 0) return
  event.currentTarget.scrollBy({ left: event.deltaY, behavior: 'instant' })
}
