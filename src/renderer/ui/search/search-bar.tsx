import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { SearchField } from './search-field.tsx'
import { SearchHistoryMenu } from './search-history-menu.tsx'
import { SearchMessage } from './search-message.tsx'
import { SearchToggles } from './search-toggles.tsx'
import { useSearchPart } from './use-search.ts'

/** The search in the page's head: field, toggles, earlier searches, next and previous. */
export function SearchBar() {
  const { t } = useTranslation()
  const { search } = usePage()
  const isEmpty = useSearchPart(({ input }) => input.text === '')
  const hasLog = usePageState((state) => state.selected !== null)
  const nextKeys = useChordText('searchNext')
  const previousKeys = useChordText('searchPrevious')
  return (
    <search className="search" aria-label={t('search.name')}>
      <div className="search-box">
        <SearchField isDisabled={!hasLog} />
        <SearchToggles isDisabled={!hasLog} />
      </div>
      <SearchHistoryMenu isDisabled={!hasLog} />
      <ToolButton
        icon={ChevronUp}
        label={t('search.previous')}
        keys={previousKeys}
        isIconOnly
        isDisabled={!hasLog || isEmpty}
        onPress={() => search.step(-1)}
      />
      <ToolButton
        icon={ChevronDown}
        label={t('search.next')}
        keys={nextKeys}
        isIconOnly
        isDisabled={!hasLog || isEmpty}
        onPress={() => search.step(1)}
      />
      <SearchMessage />
    </search>
  )
}
