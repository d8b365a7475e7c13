import type { CSSProperties } from 'react'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { Stage } from '../stage/stage.tsx'
import { SecondPane } from './second-pane.tsx'
import './split.css'
import { useLinkedScrolling } from './use-linked-scrolling.ts'
import { useSecondLog } from './use-second-log.ts'

/** The lines of the selected log, and those of a second one beside or below them. */
export function SplitStage() {
  const { split } = usePage()
  const { side, share } = useStore(split.state)
  const second = useSecondLog()
  useLinkedScrolling(second?.id ?? null)
  return (
    <div
      className="split"
      data-side={second === null ? undefined : side}
      style={{ '--share': share, '--rest': 1 - share } as CSSProperties}
    >
      <Stage />
      {second !== null && <SecondPane key={second.id} log={second} />}
    </div>
  )
}
