import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { CopyLine } from './copy-line.tsx'
import { LineText } from './line-text.tsx'
import { useWholeLine } from './use-whole-line.ts'
import { wholeLineWords } from './whole-line-words.ts'

export interface WholeLineDialogProps {
  readonly log: LogId
  readonly line: LineNumber
  readonly onClose: () => void
}

/** One line whole, wrapped, loaded in pieces as it is read. */
export function WholeLineDialog({ log, line, onClose }: WholeLineDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { session } = usePage()
  const { loaded, reader } = useWholeLine(log, line)
  const { bytes, loading, pieces } = loaded
  const more = () => void reader?.more()
  const words = bytes === 0 ? t('wholeLine.empty') : wholeLineWords(t, loading)
  return (
    <DialogFrame
      title={t('wholeLine.title', { line: format.number(line + 1) })}
      size="wide"
      onClose={onClose}
    >
      <LineText
        label={t('wholeLine.text')}
        pieces={pieces}
        hasMore={loading.kind === 'more'}
        onNearEnd={more}
      />
      <div className="whole-line-foot">
        {bytes !== null && (
          <span className="whole-line-size">
            {loaded.loaded < bytes
              ? t('wholeLine.shown', {
                  shown: format.bytes(loaded.loaded),
                  bytes: format.bytes(bytes),
                })
              : format.bytes(bytes)}
          </span>
        )}
        {loading.kind === 'more' && (
          <Button className="tool" data-tone="plain" onPress={more}>
            {t('wholeLine.more')}
          </Button>
        )}
        <span className="whole-line-words" data-kind={loading.kind} aria-live="polite">
          {words}
        </span>
        {loading.kind === 'limit' && (
          <a className="link" href={session.rawUrl(log)} download>
            {t('wholeLine.save')}
          </a>
        )}
        {loading.kind === 'failed' && loading.reason !== 'changed' && (
          <Button className="tool" data-tone="bordered" onPress={more}>
            {t('wholeLine.retry')}
          </Button>
        )}
        <span className="whole-line-space" />
        <CopyLine reader={reader} />
      </div>
    </DialogFrame>
  )
}
