import { Command, Keyboard, Settings2 } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type Locale, theme as themes } from '../../../shared/bridge.ts'
import { usePage } from '../page/page-context.ts'
import { useSettings } from '../page/use-settings.ts'
import { useStore } from '../page/use-store.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { type Choice, ChoiceGroup } from './choice-group.tsx'
import { spacing as spacings } from './text-look.ts'
import { TextSizeField } from './text-size-field.tsx'

/** Each language under its own name, so that it is found by those who read no other. */
const LANGUAGES: readonly Choice<Locale>[] = [
  { id: 'pt-BR', name: 'Português (Brasil)', lang: 'pt-BR' },
  { id: 'en', name: 'English', lang: 'en' },
]

const LONG_LINES = ['scroll', 'wrap'] as const

/** What stands behind the last button of the toolbar; the lines beside it show each choice at once. */
export function PreferencesMenu() {
  const { t, i18n } = useTranslation()
  const { preferences, textLook, dialogs } = usePage()
  const { theme } = useSettings()
  const look = useStore(textLook)
  return (
    <DialogTrigger>
      <ToolButton icon={Settings2} label={t('toolbar.preferences')} isIconOnly />
      <Popover className="popover" placement="bottom end">
        <Dialog className="preferences" aria-label={t('toolbar.preferences')}>
          {({ close }) => (
            <>
              <ChoiceGroup
                title={t('preferences.theme')}
                choices={themes.options.map((id) => ({ id, name: t(`preferences.theme.${id}`) }))}
                chosen={theme}
                onChoose={(id) => preferences.change({ theme: id })}
              />
              <TextSizeField />
              <ChoiceGroup
                title={t('preferences.spacing')}
                choices={spacings.options.map((id) => ({
                  id,
                  name: t(`preferences.spacing.${id}`),
                }))}
                chosen={look.spacing}
                onChoose={(spacing) => textLook.set({ ...look, spacing })}
              />
              <ChoiceGroup
                title={t('preferences.longLines')}
                choices={LONG_LINES.map((id) => ({ id, name: t(`preferences.longLines.${id}`) }))}
                chosen={look.wrap ? 'wrap' : 'scroll'}
                onChoose={(id) => textLook.set({ ...look, wrap: id === 'wrap' })}
              />
              <ChoiceGroup
                title={t('preferences.language')}
                choices={LANGUAGES}
                chosen={i18n.language === 'pt-BR' ? 'pt-BR' : 'en'}
                onChoose={(locale) => preferences.change({ locale })}
              />
              <div className="preferences-more">
                <Button
                  className="tool"
                  data-tone="plain"
                  onPress={() => {
                    close()
                    dialogs.set({ kind: 'shortcuts' })
                  }}
                >
                  <Keyboard aria-hidden size={16} className="tool-icon" />
                  {t('preferences.shortcuts')}
                </Button>
                <Button
                  className="tool"
                  data-tone="plain"
                  onPress={() => {
                    close()
                    dialogs.set({ kind: 'palette' })
                  }}
                >
                  <Command aria-hidden size={16} className="tool-icon" />
                  {t('commands.palette')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
