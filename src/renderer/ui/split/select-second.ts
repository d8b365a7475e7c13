import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Page } from '../page/page-context.ts'

/**
 * How long a line may take to be active in its other list, in ms: where it stands among filtered rows is
 * asked of the server. A command that comes too early finds no line, and does nothing.
 */
const ACTIVE_LIMIT_MS = 1000

/**
 * Makes the second log the selected one, on which commands act. Neither log moves on the screen: the
 * lists change roles, and `headPx`, the height of what stands above the second list alone, is made up
 * for. Resolves when the line that the keyboard was on is the active one again.
 */
export async function selectSecond(page: Page, headPx: number): Promise<void> {
  const { session, split, places, list } = page
  const [own, main] = [split.list.get(), list.get()]
  const { second } = split.state.get()
  if (own === null || main === null || second === null) return
  const { readingPlace: place, activeLine } = own
  const rows = own.selectedRows()
  const isAtEnd = place.kind === 'end'
  const before = session.getState().selected
  if (isAtEnd) places.set(second, null)
  else if (place.line !== null) {
    places.set(second, { line: place.line, y: place.y + headPx, active: place.active })
  }
  session.select(second, isAtEnd)
  const left = before === null ? null : places.get(before)
  if (before !== null && left !== null) places.set(before, { ...left, y: left.y - headPx })
  main.focus()
  if (activeLine === null || rows === null) return
  if (isAtEnd) {
    main.placeRow(rows.to - 1, 0, true)
    main.showEnd()
  }
  await untilActive(main, activeLine)
}

function untilActive(list: LogList, line: LineNumber): Promise<void> {
  if (list.activeLine === line) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(finish, ACTIVE_LIMIT_MS)
    const stop = list.onActive(() => {
      if (list.activeLine === line) finish()
    })
  })
}
