import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { visibleValue } from '../../structure/visible-value.ts'
import { usePage } from '../page/page-context.ts'
import { labelClass } from './label-colour.ts'

/** The labels, each removable. */
export function LabelList() {
  const { t } = useTranslation()
  const { highlighting } = usePage()
  const { labels } = highlighting
  const list = useSyncExternalStore(labels.subscribe, labels.get)
  if (list.length === 0) return <p className="dialog-help">{t('highlight.noLabels')}</p>
  return (
    <>
      <TagGroup
        aria-label={t('highlight.labels')}
        onRemove={(keys) => {
          for (const key of keys) labels.remove(String(key))
        }}
      >
        <TagList className="label-list">
          {list.map(({ text, colour }) => (
            <Tag key={text} id={text} textValue={text} className={`tag ${labelClass(colour)}`}>
              <span className="tag-name">{visibleValue(text)}</span>
              <Button
                slot="remove"
                className="tag-remove"
                aria-label={t('highlight.removeLabel', { text: visibleValue(text) })}
              >
                <X aria-hidden size={12} />
              </Button>
            </Tag>
          ))}
        </TagList>
      </TagGroup>
      <Button className="tool" data-tone="bordered" onPress={labels.clear}>
        {t('highlight.clearLabels')}
      </Button>
    </>
  )
}
