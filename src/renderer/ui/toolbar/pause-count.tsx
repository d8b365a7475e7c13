import { useTranslation } from 'react-i18next'
import { usePageState } from '../page/use-page-state.ts'
import { pauseCountWords } from './pause-count-words.ts'
import { pausedCount } from './paused-count.ts'

/** What arrived since the pause: "+12.431 linhas, 3 erros". */
export function PauseCount() {
  const { t } = useTranslation()
  const lines = usePageState((state) => pausedCount(state).lines)
  const errors = usePageState((state) => pausedCount(state).errors)
  return (
    <span className="pause-count" data-errors={errors > 0 || undefined}>
      {pauseCountWords(t, lines, errors)}
    </span>
  )
}
