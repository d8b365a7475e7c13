import { useState } from 'react'
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { goToWords } from './go-to-words.ts'
import { useGoing } from './use-going.ts'

/** Asks for a line and goes there; stays open, with the reason, while there is no such line. */
export function GoToDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { commands } = usePage()
  const [text, setText] = useState('')
  const { going, lines, go, forget } = useGoing((line) => {
    onClose()
    commands.goToLine(line)
  })
  const words = goToWords(t, format, going, lines)
  const isWaiting = words.waiting !== null
  return (
    <DialogFrame title={t('goTo.title')} size="small" onClose={onClose}>
      <Form
        className="form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWaiting) go(text)
        }}
      >
        <TextField
          className="field"
          autoFocus
          name="line"
          value={text}
          isInvalid={words.error !== null}
          onChange={(value) => {
            setText(value)
            forget()
          }}
        >
          <Label className="field-label">{t('goTo.line')}</Label>
          <Input
            className="field-input"
            inputMode="numeric"
            autoComplete="off"
            spellCheck="false"
          />
          <FieldError className="field-error">{words.error}</FieldError>
          {words.error === null && (
            <Text slot="description" className="field-help">
              {words.waiting ?? words.help}
            </Text>
          )}
        </TextField>
        <div className="dialog-actions">
          <Button className="tool" data-tone="bordered" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" className="tool" data-tone="primary" isPending={isWaiting}>
            {t('goTo.submit')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  )
}
