import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { DEFAULT_PANE_HEIGHT, MIN_PANE_HEIGHT } from './pane-height.ts'
import { separatorKey } from './separator-key.ts'

/** Of the room below the page's head, the results leave this much to the lines, in CSS pixels. */
const LEFT_FOR_LINES = 120

/**
 * The upper edge of the results: dragged, moved by arrow keys, put back by a double click
 * (https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/).
 */
export function ResultsSeparator() {
  const { t } = useTranslation()
  const { paneHeight } = usePage().search
  const height = useStore(paneHeight)
  const drag = useRef<{ readonly y: number; readonly height: number } | null>(null)
  const element = useRef<HTMLDivElement>(null)

  /** What the page has room for now; a smaller window shrinks what is shown and not what is kept. */
  const room = () => {
    const column = element.current?.parentElement?.parentElement?.clientHeight ?? 0
    return Math.max(MIN_PANE_HEIGHT, column - LEFT_FOR_LINES)
  }
  const shown = () => element.current?.parentElement?.offsetHeight ?? height
  const set = (value: number) => paneHeight.set(Math.min(value, room()))

  function begin(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { y: event.clientY, height: shown() }
  }

  function move(event: PointerEvent<HTMLDivElement>): void {
    if (drag.current === null) return
    set(drag.current.height + drag.current.y - event.clientY)
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    const next = separatorKey(event.key, {
      height: shown(),
      min: MIN_PANE_HEIGHT,
      max: room(),
      usual: DEFAULT_PANE_HEIGHT,
    })
    if (next === null) return
    event.preventDefault()
    set(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved, a separator that has the focus can
    <div
      ref={element}
      className="results-separator"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('search.separator')}
      aria-controls="search-results"
      aria-valuenow={height}
      aria-valuemin={MIN_PANE_HEIGHT}
      aria-valuemax={Math.max(height, room())}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
      onDoubleClick={() => set(DEFAULT_PANE_HEIGHT)}
      onKeyDown={press}
    />
  )
}
