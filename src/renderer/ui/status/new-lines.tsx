import { ArrowDown } from 'lucide-react'
import { Button, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { Hint } from '../page/hint.tsx'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { unseenCount } from './unseen-count.ts'

/** While the view is away from the end: how much came below it, as a button that goes there. */
export function NewLines() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const keys = useChordText('goToEnd')
  const lines = usePageState((state) => unseenCount(state).lines)
  const errors = usePageState((state) => unseenCount(state).errors)
  if (lines === 0) return null
  return (
    <Hint>
      <Button
        className="new-lines-button"
        onPress={() => {
          commands.goToEnd()
          // The button goes away with the press: the keyboard stays in the lines.
          commands.focusLines()
        }}
      >
        <ArrowDown aria-hidden size={14} />
        <span>{t('newLines', { count: lines })}</span>
        {errors > 0 && <span className="new-lines-errors">{t('errors', { count: errors })}</span>}
      </Button>
      <Tooltip className="tooltip" placement="top" offset={6}>
        {t('toolbar.end')}
        {keys !== undefined && <kbd className="key">{keys}</kbd>}
      </Tooltip>
    </Hint>
  )
}
