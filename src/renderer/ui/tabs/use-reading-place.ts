import { useEffect } from 'react'
import type { LogId } from '../../../shared/protocol.ts'
import { type PageState, selectedLog } from '../../data/page-state.ts'
import type { LogList } from '../../list/log-list.ts'
import { findLine } from '../marks/find-line.ts'
import { linePrint } from '../marks/line-print.ts'
import { createLogFinder } from '../marks/log-finder.ts'
import { searchableStart } from '../marks/searchable-start.ts'
import { type Page, usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'

/** How long the view must rest until its place is kept, in ms: scrolling passes a hundred a second. */
const REST_MS = 250

/** Keeps where the selected log is read, and finds the line again when its number is another one. */
export function useReadingPlace(): void {
  const page = usePage()
  const list = useStore(page.list)
  const selected = usePageState((state) => state.selected)
  const isCounted = usePageState(isSelectedCounted)

  useEffect(() => {
    if (list === null || selected === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => keepPlace(page, list, selected)
    const stop = list.onVisible(() => {
      clearTimeout(timer)
      timer = setTimeout(keep, REST_MS)
    })
    const leave = () => {
      keep()
      // The page wrote what it keeps for the last time before this.
      page.kept.flush()
    }
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      stop()
      window.removeEventListener('pagehide', leave)
    }
  }, [page, list, selected])

  useEffect(() => {
    if (list === null || selected === null || !isCounted) return
    const asking = new AbortController()
    void findAgain(page, list, selected, asking.signal)
    return () => asking.abort()
  }, [page, list, selected, isCounted])
}

function isSelectedCounted(state: PageState): boolean {
  const log = selectedLog(state)
  return log !== null && log.indexed >= log.bytes && log.end > log.first
}

function keepPlace({ session, places }: Page, list: LogList, log: LogId): void {
  const state = session.getState()
  // Until all lines are counted the list is not where it was left.
  if (state.selected !== log || !isSelectedCounted(state)) return
  const place = list.readingPlace
  if (place.kind === 'end') {
    if (state.follow) places.set(log, null)
    return
  }
  const { line, y, active } = place
  if (line === null) return
  places.set(log, { line, y, active })
  const row = session.lines.peek(line)
  if (row === undefined) return
  places.note(log, { print: linePrint(row), start: searchableStart(row.text) })
}

/** After a restart: the line may have another number, or be gone; then its old number has to do. */
async function findAgain(
  { session, places }: Page,
  list: LogList,
  id: LogId,
  signal: AbortSignal,
): Promise<void> {
  const log = selectedLog(session.getState())
  const place = places.get(id)
  const said = log === null ? null : places.takeContent(id)
  if (log === null || place === null || said === null) return
  const { moves } = list
  const line = await findLine({ ...place, ...said }, createLogFinder(session, log, signal))
  const isThere = !signal.aborted && list.moves === moves
  if (line === null || line === place.line || !isThere) return
  // A row is a line as long as no filter is shown; through a filter the list finds the way itself.
  if (session.getState().shown.has(id)) places.set(id, { ...place, line })
  else list.placeRow(line, place.y, place.active)
}
