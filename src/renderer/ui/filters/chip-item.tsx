import { GripVertical, Pencil, TriangleAlert, X } from 'lucide-react'
import { Button, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import type { Chip } from './log-filter.ts'
import { MODE_ICONS } from './mode-icon.tsx'
import { shownText } from './shown-text.ts'

/** One filter of the stack, as it stands in the bar. */
export function ChipItem({
  chip,
  isInvalid,
}: {
  readonly chip: Chip
  readonly isInvalid: boolean
}) {
  const { t } = useTranslation()
  const { filters, filtering } = usePage()
  const { id, mode, term } = chip
  const pattern = shownText(term.pattern)
  const word = t(`filters.${mode}`)
  const Icon = isInvalid ? TriangleAlert : MODE_ICONS[mode]
  return (
    <GridListItem
      id={id}
      className="chip"
      data-chip={id}
      data-mode={mode}
      data-invalid={isInvalid || undefined}
      textValue={t('filters.chip', { mode: word, pattern })}
    >
      <Button slot="drag" className="chip-button" aria-label={t('filters.move', { pattern })}>
        <GripVertical aria-hidden size={12} />
      </Button>
      <Icon aria-hidden size={14} className="chip-icon" />
      <span className="chip-mode">{word}</span>
      <bdi className="chip-pattern" title={pattern}>
        {pattern}
      </bdi>
      {term.matchCase && <ChipFlag sign="Aa" label={t('filters.matchCase')} />}
      {term.wholeWord && <ChipFlag sign="ab" label={t('filters.wholeWord')} />}
      {term.kind === 'regexp' && <ChipFlag sign=".*" label={t('filters.regexp')} />}
      <Button
        className="chip-button"
        aria-label={t('filters.edit', { pattern })}
        onPress={() => filtering.editing.set(id)}
      >
        <Pencil aria-hidden size={12} />
      </Button>
      <Button
        className="chip-button"
        aria-label={t('filters.remove', { pattern })}
        onPress={() => filters.remove(id)}
      >
        <X aria-hidden size={13} />
      </Button>
    </GridListItem>
  )
}

function ChipFlag({ sign, label }: { readonly sign: string; readonly label: string }) {
  return (
    <abbr className="chip-flag" title={label}>
      {sign}
    </abbr>
  )
}
