import { Pencil, X } from 'lucide-react'
import { Button, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { plainText } from '../../list/style-line.ts'
import { useFormat } from '../page/use-format.ts'
import type { PlacedBookmark } from './bookmarks.ts'

export interface BookmarkItemProps {
  readonly mark: PlacedBookmark
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** One bookmark of the list: its sign, line, note and text. */
export function BookmarkItem({ mark, onEdit, onRemove }: BookmarkItemProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const line = format.number(mark.line + 1)
  const text = plainText(mark.start)
  return (
    <GridListItem
      id={mark.id}
      className="bookmark"
      textValue={`${t('marks.line', { line })} ${mark.note} ${text}`}
    >
      <span className={`bookmark-ribbon bookmark-${mark.color}`} aria-hidden />
      <span className="bookmark-body">
        <span className="bookmark-head">
          <span className="bookmark-line">{t('marks.line', { line })}</span>
          {mark.place === 'lost' && <span className="bookmark-lost">{t('marks.lost')}</span>}
          {mark.place === 'unsure' && <span className="bookmark-lost">{t('marks.looking')}</span>}
          {mark.note !== '' && <span className="bookmark-note">{plainText(mark.note)}</span>}
        </span>
        <span className="bookmark-text">{text === '' ? t('marks.empty') : text}</span>
      </span>
      <Button className="icon-button" aria-label={t('marks.change', { line })} onPress={onEdit}>
        <Pencil aria-hidden size={14} />
      </Button>
      <Button className="icon-button" aria-label={t('marks.remove', { line })} onPress={onRemove}>
        <X aria-hidden size={14} />
      </Button>
    </GridListItem>
  )
}
