import { RotateCw, Square, X } from 'lucide-react'
import { memo } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import type { SearchStatus } from './search-status.ts'
import { statusWords, wrappedWords } from './search-words.ts'
import { useSearch } from './use-search.ts'

export interface ResultsHeadProps {
  readonly status: SearchStatus
  /** Only the lines that a filter shows were searched. */
  readonly isFiltered: boolean
}

/** Above the results: how many there are, how far the search has come, and what can be done about it. */
export function ResultsHead({ status, isFiltered }: ResultsHeadProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { visit } = useSearch()
  const wrapped = wrappedWords(t, visit)
  return (
    <header className="results-head">
      <h2 className="results-title">{t('search.results')}</h2>
      <p className="results-count">{statusWords(t, format, status)}</p>
      {isFiltered && <p className="results-filtered">{t('search.filtered')}</p>}
      {wrapped !== '' && <p className="results-wrapped">{wrapped}</p>}
      <div className="results-space" />
      <Actions kind={status.kind} />
      {status.kind === 'searching' && <Progress share={status.share} />}
    </header>
  )
}

/** Not drawn anew with every count: buttons cost ten times as much as words. */
const Actions = memo(function Actions({ kind }: { readonly kind: SearchStatus['kind'] }) {
  const { t } = useTranslation()
  const { commands, search } = usePage()
  const { searches } = search
  return (
    <>
      {kind === 'searching' && (
        <Button
          className="tool results-action"
          data-tone="bordered"
          aria-label={t('search.stop.name')}
          onPress={searches.stop}
        >
          <Square aria-hidden size={12} className="tool-icon" />
          {t('search.stop')}
        </Button>
      )}
      {(kind === 'stopped' || kind === 'failed') && (
        <Button className="tool results-action" data-tone="bordered" onPress={searches.again}>
          <RotateCw aria-hidden size={12} className="tool-icon" />
          {t('search.again')}
        </Button>
      )}
      <ToolButton
        icon={X}
        label={t('search.close')}
        isIconOnly
        onPress={() => {
          searches.close()
          commands.focusLines()
        }}
      />
    </>
  )
})

function Progress({ share }: { readonly share: number }) {
  const { t } = useTranslation()
  return (
    <div
      className="results-progress"
      role="progressbar"
      aria-label={t('search.progress')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className="results-progress-done" style={{ transform: `scaleX(${share})` }} />
    </div>
  )
}
