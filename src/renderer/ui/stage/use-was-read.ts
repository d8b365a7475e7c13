import { useEffect, useState } from 'react'
import type { LogId } from '../../../shared/protocol.ts'
import { isStreamOpen } from '../commands/is-stream-open.ts'
import { usePageState } from '../page/use-page-state.ts'

const NOTHING: ReadonlySet<LogId> = new Set()

/** Whether the stream was ever open while the selected log was: after Parar its lines stay on the screen. */
export function useWasRead(): boolean {
  const selected = usePageState((state) => state.selected)
  const isOpen = usePageState((state) => isStreamOpen(state.connection))
  const [read, setRead] = useState(NOTHING)
  useEffect(() => {
    if (isOpen && selected !== null) setRead((before) => new Set(before).add(selected))
  }, [isOpen, selected])
  return selected !== null && (isOpen || read.has(selected))
}
