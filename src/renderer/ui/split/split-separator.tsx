import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { boundedShare, MAX_SHARE, MIN_SHARE, shareKey } from './share-key.ts'

/**
 * The line between the two lists: dragged, moved by arrow keys, put back by a double click
 * (https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/).
 */
export function SplitSeparator() {
  const { t } = useTranslation()
  const { split } = usePage()
  const { side, share } = useStore(split.state)

  function move(event: PointerEvent<HTMLDivElement>): void {
    const element = event.currentTarget
    if (!element.hasPointerCapture(event.pointerId)) return
    const box = element.closest('.split')?.getBoundingClientRect()
    if (box === undefined) return
    const at =
      side === 'beside'
        ? (event.clientX - box.left) / box.width
        : (event.clientY - box.top) / box.height
    split.resize(boundedShare(at))
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    const next = shareKey(event.key, share, side)
    if (next === null) return
    event.preventDefault()
    split.resize(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved, a separator that has the focus can
    <div
      className="split-separator"
      role="separator"
      tabIndex={0}
      aria-orientation={side === 'beside' ? 'vertical' : 'horizontal'}
      aria-label={t('split.separator')}
      aria-controls="log-panel"
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={MIN_SHARE * 100}
      aria-valuemax={MAX_SHARE * 100}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={move}
      onDoubleClick={() => split.resize(0.5)}
      onKeyDown={press}
    />
  )
}
