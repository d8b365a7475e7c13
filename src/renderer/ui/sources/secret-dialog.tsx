import { useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { withSecret } from '../../../shared/address-secret.ts'
import type { LogId, LogState } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { DialogForm } from '../dialogs/dialog-form.tsx'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { shownText } from '../filters/shown-text.ts'
import { remoteFailureWords } from '../notices/remote-failure-words.ts'
import { usePageState } from '../page/use-page-state.ts'
import { type AwaitedSecret, awaitedSecret } from './awaited-secret.ts'
import { targetOf } from './target-of.ts'
import { useGivingSecret } from './use-giving-secret.ts'

export interface SecretDialogProps {
  readonly log: LogId
  readonly onClose: () => void
}

/** Asks for the token of a listed stream and connects it; stays open, with the reason, while it is refused. */
export function SecretDialog({ log, onClose }: SecretDialogProps) {
  // As it was when the dialog opened: connecting changes what the log is waiting for.
  const opened = usePageState(({ server }: PageState) => logOf(server?.logs, log))
  const [listed] = useState(opened)
  const awaited = listed === undefined ? null : awaitedSecret(listed)
  if (listed === undefined || awaited === null) return null
  return <SecretForm listed={listed} awaited={awaited} onClose={onClose} />
}

interface SecretFormProps {
  readonly listed: LogState
  readonly awaited: AwaitedSecret
  readonly onClose: () => void
}

function SecretForm({ listed, awaited, onClose }: SecretFormProps) {
  const { t } = useTranslation()
  const { address, parameter } = awaited
  const [typed, setTyped] = useState(parameter === null ? address : '')
  const { state, give, refuse, forget } = useGivingSecret(listed.id, onClose)
  const isBusy = state.kind === 'busy'
  const { phase } = listed

  function submit(): void {
    const given = typed.trim()
    if (given === '') refuse(t(parameter === null ? 'connect.empty' : 'secret.empty'))
    else give(parameter === null ? given : withSecret(address, parameter, given))
  }

  return (
    <DialogFrame title={t('secret.title')} size="small" onClose={onClose}>
      <DialogForm
        submit={t(isBusy ? 'connect.busy' : 'connect.submit')}
        isPending={isBusy}
        onSubmit={submit}
        onCancel={onClose}
      >
        <p className="secret-address">
          <bdi>{shownText(targetOf(listed.origin))}</bdi>
        </p>
        {phase.kind === 'refused' && (
          <p className="dialog-help">{remoteFailureWords(t, phase.reason)}</p>
        )}
        <TextField
          className="field"
          autoFocus
          type={parameter === null ? 'text' : 'password'}
          value={typed}
          isInvalid={state.kind === 'refused'}
          onChange={(value) => {
            setTyped(value)
            forget()
          }}
        >
          <Label className="field-label">
            {t(parameter === null ? 'secret.address' : 'secret.token')}
          </Label>
          <Input
            className="field-input"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck="false"
          />
          <FieldError className="field-error">
            {state.kind === 'refused' && state.reason}
          </FieldError>
        </TextField>
      </DialogForm>
    </DialogFrame>
  )
}

function logOf(logs: readonly LogState[] | undefined, id: LogId): LogState | undefined {
  return logs?.find((log) => log.id === id)
}
