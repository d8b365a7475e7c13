import { KeyRound } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LogId } from '../../../shared/protocol.ts'
import type { PageState } from '../../data/page-state.ts'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { awaitedSecret } from './awaited-secret.ts'

/** Asks for the token that a listed stream waits for; nothing where none is awaited. */
export function SecretButton({ id, name }: { readonly id: LogId; readonly name: string }) {
  const { t } = useTranslation()
  const { dialogs } = usePage()
  const isAwaited = usePageState(({ server }: PageState) => {
    const log = server?.logs.find((one) => one.id === id)
    return log !== undefined && awaitedSecret(log) !== null
  })
  if (!isAwaited) return null
  return (
    <Button
      className="tool source-secret"
      data-tone="bordered"
      aria-label={t('secret.giveOf', { name: shownText(name) })}
      onPress={() => dialogs.set({ kind: 'secret', log: id })}
    >
      <KeyRound aria-hidden size={13} />
      {t('secret.give')}
    </Button>
  )
}
