import { Keyboard, Settings2 } from 'lucide-react'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { locale as localeSchema, theme as themeSchema } from '../../../shared/bridge.ts'
import { usePage } from '../page/page-context.ts'
import { useSettings } from '../page/use-settings.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'

/** Each language under its own name, so that it is found by those who read no other. */
const LANGUAGES = [
  { id: 'pt-BR', name: 'Português (Brasil)' },
  { id: 'en', name: 'English' },
] as const

const THEMES = ['system', 'light', 'dark'] as const

/** The small menu at the end of the toolbar: language, theme, and the list of shortcuts. */
export function PreferencesMenu() {
  const { t, i18n } = useTranslation()
  const { preferences, commands } = usePage()
  const { theme } = useSettings()
  return (
    <MenuTrigger>
      <ToolButton icon={Settings2} label={t('toolbar.preferences')} isIconOnly />
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[i18n.language]}
            onSelectionChange={(keys) => {
              const chosen = localeSchema.safeParse(firstOf(keys))
              if (chosen.success) preferences.change({ locale: chosen.data })
            }}
          >
            <Header className="menu-header">{t('preferences.language')}</Header>
            {LANGUAGES.map((language) => (
              <MenuItem
                key={language.id}
                id={language.id}
                className="menu-item"
                textValue={language.name}
              >
                <Text slot="label" lang={language.id}>
                  {language.name}
                </Text>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = themeSchema.safeParse(firstOf(keys))
              if (chosen.success) preferences.change({ theme: chosen.data })
            }}
          >
            <Header className="menu-header">{t('preferences.theme')}</Header>
            {THEMES.map((id) => (
              <MenuItem key={id} id={id} className="menu-item">
                {t(`preferences.theme.${id}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuItem className="menu-item" onAction={commands.showShortcuts}>
            <Keyboard aria-hidden size={14} className="menu-icon" />
            {t('preferences.shortcuts')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function firstOf(keys: 'all' | Iterable<unknown>): unknown {
  if (keys === 'all') return undefined
  for (const key of keys) return key
  return undefined
}
