import { Bookmark, CirclePlus, EyeOff, SlidersHorizontal } from 'lucide-react'
import { memo } from 'react'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ChipMode } from '../../../shared/filter-set.ts'
import { usePage } from '../page/page-context.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { filterLike } from './filter-like.ts'
import type { LogFilter } from './log-filter.ts'

/** Lines of context that are offered. */
const CONTEXTS = [0, 1, 2, 3, 5, 10, 20] as const

export type FilterMenuProps = Pick<LogFilter, 'every' | 'entries' | 'context'>

/** How the filters work together, lines of context, and the saved sets. */
export const FilterMenu = memo(function FilterMenu({ every, entries, context }: FilterMenuProps) {
  const { t } = useTranslation()
  const page = usePage()
  const { filters, dialogs } = page
  const like = (mode: ChipMode) => void filterLike(page, mode)
  const how = [...(every ? ['every'] : []), ...(entries ? ['entries'] : [])]
  return (
    <MenuTrigger>
      <ToolButton icon={SlidersHorizontal} label={t('filters.options')} isIconOnly />
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuSection
            selectionMode="multiple"
            selectedKeys={how}
            onSelectionChange={(keys) => {
              if (keys === 'all') return
              if (keys.has('every') !== every) filters.setEvery(keys.has('every'))
              if (keys.has('entries') !== entries) filters.setEntries(keys.has('entries'))
            }}
          >
            <Header className="menu-header">{t('filters.how')}</Header>
            <MenuItem id="every" className="menu-item">
              {t('filters.every')}
            </MenuItem>
            <MenuItem id="entries" className="menu-item">
              {t('filters.entries')}
            </MenuItem>
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(entries ? 0 : context)]}
            onSelectionChange={(keys) => {
              const chosen = CONTEXTS.find((lines) => keys !== 'all' && keys.has(String(lines)))
              if (chosen !== undefined) filters.setContext(chosen)
            }}
          >
            <Header className="menu-header">{t('filters.context')}</Header>
            {CONTEXTS.map((lines) => (
              <MenuItem key={lines} id={String(lines)} className="menu-item" isDisabled={entries}>
                {t('filters.contextLines', { count: lines })}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuItem className="menu-item" onAction={() => like('exclude')}>
            <EyeOff aria-hidden size={14} className="menu-icon" />
            {t('filters.hideLike')}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => like('include')}>
            <CirclePlus aria-hidden size={14} className="menu-icon" />
            {t('filters.onlyLike')}
          </MenuItem>
          <Separator className="menu-separator" />
          <MenuItem className="menu-item" onAction={() => dialogs.set({ kind: 'filter-sets' })}>
            <Bookmark aria-hidden size={14} className="menu-icon" />
            {t('filters.sets')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
})
