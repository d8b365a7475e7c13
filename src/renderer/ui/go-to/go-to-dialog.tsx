import { useEffect, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../dialogs/dialog-form.tsx'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useTimeWords } from '../histogram/use-time-words.ts'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import './go-to.css'
import { createGoToWords } from './go-to-words.ts'
import { judgeLine } from './judge-line.ts'
import { understand } from './understand.ts'
import { useGoing } from './use-going.ts'
import { useReach } from './use-reach.ts'

/** Asks for a line or a time and goes there; stays open, with the reason, while there is none. */
export function GoToDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const timeWords = useTimeWords()
  const { commands, goer } = usePage()
  const [text, setText] = useState('')
  const { going, lines, go, forget } = useGoing((line, aim) => {
    onClose()
    commands.goToLine(line, aim)
  })
  const { reach, times } = useReach(lines.end)
  const meant = understand(text, reach)
  const words = createGoToWords(t, format, timeWords)(going, meant, { lines, times })
  const isWaiting = words.waiting !== null
  const verdict = meant.kind === 'line' ? judgeLine(meant.number, lines) : null
  const expected = verdict?.kind === 'go' ? verdict.line : null
  useEffect(() => {
    if (expected !== null) goer.expect(expected)
  }, [goer, expected])
  return (
    <DialogFrame title={t('goTo.title')} size="small" onClose={onClose}>
      <DialogForm
        submit={t('goTo.submit')}
        isPending={isWaiting}
        onSubmit={() => go(meant)}
        onCancel={onClose}
      >
        <TextField
          className="field"
          autoFocus
          name="place"
          value={text}
          isInvalid={words.error !== null}
          onChange={(value) => {
            setText(value)
            forget()
          }}
        >
          <Label className="field-label">{t('goTo.place')}</Label>
          <Input
            className="field-input"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck="false"
            placeholder={t('goTo.placeholder')}
          />
          <FieldError className="field-error">{words.error}</FieldError>
          {words.error === null && (
            <Text slot="description" className="field-help go-to-help">
              <span className="go-to-understood" role="status">
                {words.waiting ?? words.understood ?? t('goTo.examples')}
              </span>
              <span>{words.help}</span>
            </Text>
          )}
        </TextField>
      </DialogForm>
    </DialogFrame>
  )
}
