import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { openLink } from './open-link.ts'

export interface LinkButtonProps {
  readonly href: string
  /** As the log writes it. */
  readonly text: string
}

/** An address in a text. A button, because it asks before it opens anything. */
export function LinkButton({ href, text }: LinkButtonProps) {
  const { t } = useTranslation()
  const page = usePage()
  return (
    <Button
      className="log-link token-url"
      aria-label={t('structure.linkTo', { address: text })}
      onPress={() => openLink(page, href)}
    >
      {text}
    </Button>
  )
}
