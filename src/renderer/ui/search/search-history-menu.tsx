import { History } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'

/** Earlier searches that the menu shows: a screen of them; the arrow keys reach the others. */
const SHOWN = 15

/** The earlier searches behind a button: the arrow keys of the field, for a mouse. */
export function SearchHistoryMenu({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation()
  const { search } = usePage()
  const history = useStore(search.history).slice(0, SHOWN)
  const marks = { matchCase: 'Aa', wholeWord: '“ab”', regexp: '.*' }
  return (
    <MenuTrigger>
      <ToolButton icon={History} label={t('search.history')} isIconOnly isDisabled={isDisabled} />
      <Popover className="popover search-history" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('search.history')}
          renderEmptyState={() => <p className="search-history-none">{t('search.history.none')}</p>}
          onAction={(at) => {
            const input = history[Number(at)]
            if (input === undefined) return
            search.searches.change(input)
            search.field.get()?.focus()
          }}
        >
          {history.map((input, at) => {
            const text = shownText(input.text)
            return (
              <MenuItem
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is what names a search in the history
                key={at}
                id={String(at)}
                className="menu-item search-history-item"
                textValue={text}
              >
                <bdi className="search-history-text">{text}</bdi>
                <span className="search-history-marks" aria-hidden>
                  {input.matchCase && <span>{marks.matchCase}</span>}
                  {input.wholeWord && <span>{marks.wholeWord}</span>}
                  {input.kind === 'regexp' && <span>{marks.regexp}</span>}
                </span>
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
