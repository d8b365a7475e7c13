import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import { NOTHING_LOADED, type WholeLine } from '../../data/whole-line.ts'
import type { WholeLineReader } from '../../data/whole-line-reader.ts'
import { usePage } from '../page/page-context.ts'

const nothing = (): WholeLine => NOTHING_LOADED
const subscribeToNothing = () => () => undefined

/** A line that is being loaded, its beginning at once; the reader is null for a moment at first. */
export function useWholeLine(
  log: LogId,
  line: LineNumber,
): { readonly loaded: WholeLine; readonly reader: WholeLineReader | null } {
  const { session } = usePage()
  const [reader, setReader] = useState<WholeLineReader | null>(null)
  useEffect(() => {
    const own = session.wholeLine(log, line)
    setReader(own)
    void own.more()
    return () => own.close()
  }, [session, log, line])
  const loaded = useSyncExternalStore(
    reader?.subscribe ?? subscribeToNothing,
    reader?.get ?? nothing,
  )
  return { loaded, reader }
}
