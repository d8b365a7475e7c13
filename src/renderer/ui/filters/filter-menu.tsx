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
import { extentOf, extentsWith } from './match-extent.ts'

export type FilterMenuProps = Pick<LogFilter, 'every' | 'entries' | 'context'>

/** What is shown of a match, how the filters work together, and the saved sets. */
export const FilterMenu = memo(function FilterMenu({ every, entries, context }: FilterMenuProps) {
  const { t } = useTranslation()
  const page = usePage()
  const { filters, dialogs } = page
  const like = (mode: ChipMode) => void filterLike(page, mode)
  const extent = extentOf({ entries, context })
  const extents = extentsWith(extent)
  return (
    <MenuTrigger>
      <ToolButton icon={SlidersHorizontal} label={t('filters.options')} isIconOnly />
      <Popover className="popover" placement="bottom end">
        <Menu className="menu">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(extent)]}
            onSelectionChange={(keys) => {
              const chosen = extents.find((each) => keys !== 'all' && keys.has(String(each)))
              if (chosen !== undefined) filters.setExtent(chosen)
            }}
          >
            <Header className="menu-header">{t('filters.extent')}</Header>
            {extents.map((each) => (
              <MenuItem key={each} id={String(each)} className="menu-item">
                {each === 'entry'
                  ? t('filters.extentEntry')
                  : t('filters.extentLines', { count: each })}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuSection
            selectionMode="multiple"
            selectedKeys={every ? ['every'] : []}
            onSelectionChange={(keys) => filters.setEvery(keys === 'all' || keys.has('every'))}
          >
            <Header className="menu-header">{t('filters.several')}</Header>
            <MenuItem id="every" className="menu-item">
              {t('filters.every')}
            </MenuItem>
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
