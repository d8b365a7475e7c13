import type { CSSProperties } from 'react'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { Stage } from '../stage/stage.tsx'
import { SecondPane } from './second-pane.tsx'
import './split.css'
import './split-order.css'
import { useLinkedScrolling } from './use-linked-scrolling.ts'
import { useSecondLog } from './use-second-log.ts'

/** The lines of the selected log, and those of a second one beside or below them. */
export function SplitStage() {
  const { split } = usePage()
  const { side, share, selectedLast } = useStore(split.state)
  const second = useSecondLog()
  useLinkedScrolling(second?.id ?? null)
  const own = selectedLast ? 1 - share : share
  const stage = <Stage key="stage" />
  const other = second !== null && <SecondPane key={second.id} log={second} />
  return (
    <div
      className="split"
      data-side={second === null ? undefined : side}
      data-last={selectedLast ? 'selected' : undefined}
      style={{ '--share': own, '--rest': 1 - own } as CSSProperties}
    >
      {selectedLast ? [other, stage] : [stage, other]}
    </div>
  )
}
