import { useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { DialogForm } from './dialog-form.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import { RecentAddresses } from './recent-addresses.tsx'
import { useConnecting } from './use-connecting.ts'

/** Asks for the address of a stream and stays open, with the reason, while it is refused. */
export function ConnectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { recentRemotes } = usePage()
  const [url, setUrl] = useState('')
  const connecting = useConnecting((connected) => {
    void recentRemotes.add(connected)
    onClose()
  })
  const isBusy = connecting.state.kind === 'busy'
  return (
    <DialogFrame title={t('connect.title')} onClose={onClose}>
      <DialogForm
        submit={t(isBusy ? 'connect.busy' : 'connect.submit')}
        isPending={isBusy}
        onSubmit={() => connecting.connect(url)}
        onCancel={onClose}
      >
        <TextField
          className="field"
          autoFocus
          name="url"
          value={url}
          isInvalid={connecting.state.kind === 'refused'}
          onChange={(value) => {
            setUrl(value)
            connecting.forget()
          }}
        >
          <Label className="field-label">{t('connect.url')}</Label>
          <Input
            className="field-input"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck="false"
            placeholder="https://host:8000/stream-logs"
          />
          <FieldError className="field-error">
            {connecting.state.kind === 'refused' && connecting.state.reason}
          </FieldError>
          <Text slot="description" className="field-help">
            {t('connect.help')}
          </Text>
        </TextField>
        <RecentAddresses onChoose={setUrl} />
      </DialogForm>
    </DialogFrame>
  )
}
