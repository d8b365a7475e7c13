import type { TFunction } from 'i18next'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import type { SearchInput } from './search-input.ts'
import type { SearchStatus } from './search-status.ts'

export interface ResultsEmptyProps {
  readonly status: SearchStatus
  readonly input: SearchInput
  readonly isFiltered: boolean
}

/** In place of results: that they are looked for, or why there are none and what may bring some. */
export function ResultsEmpty({ status, input, isFiltered }: ResultsEmptyProps) {
  const { t } = useTranslation()
  const { searches } = usePage().search
  if (status.kind === 'refused') return null
  if (status.kind === 'asking' || status.kind === 'searching') {
    return <p className="results-empty results-searching">{t('search.searching')}</p>
  }
  return (
    <div className="results-empty">
      <p className="results-empty-title">{titleWords(t, status, input, isFiltered)}</p>
      {status.kind === 'failed' && <p>{t(`search.failed.${status.reason}`)}</p>}
      {status.kind === 'found' && <p>{t('search.empty.later')}</p>}
      {status.kind === 'found' && (
        <div className="results-empty-actions">
          {input.matchCase && (
            <Looser
              label={t('search.empty.anyCase')}
              onPress={() => searches.change({ matchCase: false })}
            />
          )}
          {input.wholeWord && (
            <Looser
              label={t('search.empty.anyWord')}
              onPress={() => searches.change({ wholeWord: false })}
            />
          )}
          {input.kind === 'regexp' && (
            <Looser
              label={t('search.empty.asText')}
              onPress={() => searches.change({ kind: 'text' })}
            />
          )}
        </div>
      )}
    </div>
  )
}

/** Only a search that saw everything knows that no line has it. */
function titleWords(
  t: TFunction,
  status: SearchStatus,
  input: SearchInput,
  isFiltered: boolean,
): string {
  if (status.kind === 'failed') return t('search.empty.failed')
  if (status.kind === 'stopped') return t('search.empty.stopped')
  const title = isFiltered ? 'search.empty.filtered' : 'search.empty.title'
  return t(title, { text: shownText(input.text) })
}

function Looser({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <Button className="tool" data-tone="bordered" onPress={onPress}>
      {label}
    </Button>
  )
}
