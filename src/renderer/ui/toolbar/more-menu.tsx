import { Ellipsis } from 'lucide-react'
import { MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MoreItems } from './more-items.tsx'
import { ToolButton } from './tool-button.tsx'

/** What the toolbar has no button for, or no room. */
export function MoreMenu({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <MenuTrigger>
      <ToolButton icon={Ellipsis} label={t('toolbar.more')} isIconOnly />
      <Popover className="popover" placement="bottom end">
        <MoreItems ids={ids} />
      </Popover>
    </MenuTrigger>
  )
}
