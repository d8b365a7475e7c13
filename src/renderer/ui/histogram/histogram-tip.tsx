import { useTranslation } from 'react-i18next'
import { LEVELS } from '../../../shared/level.ts'
import { useFormat } from '../page/use-format.ts'
import type { Counts } from './merge-counts.ts'

export interface HistogramTipProps {
  readonly text: string
  /** Told per level below the text; null tells no levels. */
  readonly counts: Counts | null
  /** Where it points to, from 0 to 1. */
  readonly share: number
}

/** What stands under the pointer. The slider says the same to a screen reader. */
export function HistogramTip({ text, counts, share }: HistogramTipProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const levels = LEVELS.flatMap((level, at) => {
    const lines = counts?.levels?.[at] ?? 0
    return lines > 0 ? [{ level, lines }] : []
  })
  return (
    <div className="histogram-tip-track" aria-hidden>
      <div
        className="tooltip histogram-tip"
        style={{ insetInlineStart: `${share * 100}%`, translate: `${share * -100}% 0` }}
      >
        <span>{text}</span>
        {levels.length > 1 && (
          <span className="histogram-tip-levels">
            {levels.map(({ level, lines }) => (
              <span key={level} data-level={level}>
                {t(`histogram.level.${level}`)} {format.number(lines)}
              </span>
            ))}
          </span>
        )}
      </div>
    </div>
  )
}
