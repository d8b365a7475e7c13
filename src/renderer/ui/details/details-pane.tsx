import { Copy, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { plainText } from '../../list/style-line.ts'
import { writeClipboard } from '../../list/write-clipboard.ts'
import { useChordText } from '../commands/use-chord-text.ts'
import { NARROW } from '../page/narrow.ts'
import { usePage } from '../page/page-context.ts'
import { useEscapeCover } from '../page/use-escape-cover.ts'
import { useFormat } from '../page/use-format.ts'
import { useMedia } from '../page/use-media.ts'
import { useStore } from '../page/use-store.ts'
import { PaneButton } from '../split/pane-button.tsx'
import './details-pane.css'
import './field-tree.css'
import './links.css'
import './column-tags.css'
import { DetailsBody } from './details-body.tsx'
import { DetailsHandle } from './details-handle.tsx'
import { detailsTitle } from './details-title.ts'
import { useEntryText } from './use-entry-text.ts'
import { useShownLine } from './use-shown-line.ts'

/** The pane at the right: the line that the keyboard is on, divided into what it says. */
export function DetailsPane() {
  const { details } = usePage()
  const { isOpen } = useStore(details)
  return isOpen ? <OpenPane /> : null
}

function OpenPane() {
  const { t } = useTranslation()
  const format = useFormat()
  const { details, commands } = usePage()
  const { width } = useStore(details)
  const keys = useChordText('toggleDetails')
  const text = useEntryText(useShownLine())
  const close = () => {
    details.set({ ...details.get(), isOpen: false })
    commands.focusLines()
  }
  const isNarrow = useMedia(NARROW)
  useEscapeCover(isNarrow, close)
  return (
    <aside
      className="line-details"
      aria-label={t('structure.name')}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        if (isNarrow) close()
        else commands.focusLines()
      }}
    >
      <DetailsHandle />
      <div className="line-details-head">
        <h2 className="line-details-title">
          {text === null ? t('structure.name') : detailsTitle(t, format, text)}
        </h2>
        {text !== null && (
          <PaneButton
            icon={Copy}
            label={t('structure.copyLine')}
            onPress={() => void writeClipboard(text.lines.map(plainText).join('\n'))}
          />
        )}
        <PaneButton icon={X} label={t('structure.close')} keys={keys} onPress={close} />
      </div>
      {text === null ? (
        <p className="line-details-none">{t('structure.none')}</p>
      ) : (
        <DetailsBody text={text} />
      )}
    </aside>
  )
}
