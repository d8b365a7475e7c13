import { CaseSensitive, type LucideIcon, Regex, WholeWord } from 'lucide-react'
import { ToggleButton, Tooltip } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useChordText } from '../commands/use-chord-text.ts'
import { Hint } from '../page/hint.tsx'
import { usePage } from '../page/page-context.ts'
import type { SearchInput } from './search-input.ts'
import { useSearchPart } from './use-search.ts'

/** How the text in the field is meant: three switches at its end. */
export function SearchToggles({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation()
  const { searches } = usePage().search
  const matchCase = useSearchPart(({ input }) => input.matchCase)
  const wholeWord = useSearchPart(({ input }) => input.wholeWord)
  const isRegexp = useSearchPart(({ input }) => input.kind === 'regexp')
  const change = (next: Partial<SearchInput>) => searches.change(next)
  return (
    <>
      <Toggle
        icon={CaseSensitive}
        label={t('search.matchCase')}
        command="searchMatchCase"
        isDisabled={isDisabled}
        isSelected={matchCase}
        onChange={(on) => change({ matchCase: on })}
      />
      <Toggle
        icon={WholeWord}
        label={t('search.wholeWord')}
        command="searchWholeWord"
        isDisabled={isDisabled}
        isSelected={wholeWord}
        onChange={(on) => change({ wholeWord: on })}
      />
      <Toggle
        icon={Regex}
        label={t('search.regexp')}
        command="searchRegexp"
        isDisabled={isDisabled}
        isSelected={isRegexp}
        onChange={(on) => change({ kind: on ? 'regexp' : 'text' })}
      />
    </>
  )
}

interface ToggleProps {
  readonly icon: LucideIcon
  readonly label: string
  /** Whose keys the tooltip shows. */
  readonly command: string
  readonly isSelected: boolean
  readonly isDisabled: boolean
  readonly onChange: (isSelected: boolean) => void
}

function Toggle({ icon: Icon, label, command, ...props }: ToggleProps) {
  const keys = useChordText(command)
  return (
    <Hint>
      <ToggleButton {...props} className="search-toggle" aria-label={label}>
        <Icon aria-hidden size={16} />
      </ToggleButton>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {label}
        {keys !== undefined && <kbd className="key">{keys}</kbd>}
      </Tooltip>
    </Hint>
  )
}
