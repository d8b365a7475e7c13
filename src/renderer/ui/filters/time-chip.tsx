import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/log-id.ts'
import { createFixedClock } from '../../../shared/time/clock.ts'
import type { TimeRange } from '../../../shared/views.ts'
import { useLogTimes } from '../histogram/use-log-times.ts'
import { useTimeWords } from '../histogram/use-time-words.ts'
import { usePage } from '../page/page-context.ts'
import { RangeChip } from './range-chip.tsx'
import { timesWords } from './times-words.ts'

const UTC = createFixedClock(0)

/** Says which times of a log are shown; a press shows all again. */
export function TimeChip({ log, time }: { readonly log: LogId; readonly time: TimeRange }) {
  const { t } = useTranslation()
  const { filters } = usePage()
  const words = useTimeWords()
  const clock = useLogTimes(log)?.clock ?? UTC
  return (
    <RangeChip
      icon={Clock}
      words={timesWords(t, words, clock, time)}
      undo={t('filters.allTimes')}
      onUndo={() => filters.setTime(null)}
    />
  )
}
