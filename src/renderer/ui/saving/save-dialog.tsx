import { useState } from 'react'
import { Button, Checkbox, Form, Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { EXPORT_FORMATS, type ExportFormat, exportFormat } from '../../../shared/export.ts'
import { MAX_COPIED_LINES } from '../../list/log-list.ts'
import { MAX_COPIED_BYTES } from '../copying/copy-limits.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { useStore } from '../page/use-store.ts'
import type { SaveWhat } from './save-wish.ts'
import type { SaveReason } from './saving.ts'

export interface SaveDialogProps {
  readonly what: SaveWhat
  readonly reason: SaveReason
  readonly onClose: () => void
}

/** Asks what to save of the selected log, and how. */
export function SaveDialog({ what: wanted, reason, onClose }: SaveDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { saving } = usePage()
  const isBusy = useStore(saving.running) !== null
  // As it was when the dialog opened: counts that run while the user chooses are of no use.
  const [choices] = useState(() => saving.choices())
  const [what, setWhat] = useState(() =>
    choices.some((choice) => choice.what === wanted) ? wanted : 'log',
  )
  const [asFormat, setFormat] = useState<ExportFormat>('text')
  const [numbers, setNumbers] = useState(false)

  function choose(next: ExportFormat): void {
    setFormat(next)
    // A table of lines has their numbers, a copy of the log has none: until the user says otherwise.
    setNumbers(next !== 'text')
  }

  return (
    <DialogFrame title={t('saving.title')} onClose={onClose}>
      {reason === 'too-much-to-copy' && (
        <p className="save-reason">
          {t('saving.tooMuch', {
            lines: format.number(MAX_COPIED_LINES),
            bytes: format.bytes(MAX_COPIED_BYTES),
          })}
        </p>
      )}
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (saving.start({ what, format: asFormat, numbers })) onClose()
        }}
      >
        <RadioGroup
          className="field"
          value={what}
          onChange={(value) => setWhat(choices.find((one) => one.what === value)?.what ?? 'log')}
        >
          <Label className="field-label">{t('saving.what')}</Label>
          {choices.map((choice) => (
            <Radio
              key={choice.what}
              value={choice.what}
              className="option"
              // The arrow keys choose and Enter saves, at once.
              autoFocus={choice.what === what}
            >
              <span className="option-mark" aria-hidden />
              {t(`saving.what.${choice.what}`)}
              {choice.lines !== null && (
                <small className="option-count">{t('lines', { count: choice.lines })}</small>
              )}
            </Radio>
          ))}
        </RadioGroup>
        <RadioGroup
          className="field"
          value={asFormat}
          onChange={(value) => choose(exportFormat.parse(value))}
        >
          <Label className="field-label">{t('saving.format')}</Label>
          <div className="options">
            {EXPORT_FORMATS.map((one) => (
              <Radio key={one} value={one} className="option">
                <span className="option-mark" aria-hidden />
                {t(`saving.format.${one}`)}
              </Radio>
            ))}
          </div>
          <Text slot="description" className="field-help">
            {t(`saving.formatHelp.${asFormat}`)}
          </Text>
        </RadioGroup>
        <Checkbox className="option" isSelected={numbers} onChange={setNumbers}>
          <span className="option-check" aria-hidden />
          {t('saving.numbers')}
        </Checkbox>
        {isBusy && <p className="field-help">{t('saving.busy')}</p>}
        <div className="dialog-actions">
          <Button className="tool" data-tone="bordered" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            className="tool"
            data-tone="primary"
            isDisabled={isBusy || choices.length === 0}
          >
            {t('saving.submit')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  )
}
