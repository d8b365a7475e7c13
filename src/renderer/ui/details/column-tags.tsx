import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { pathText } from '../../structure/field-path.ts'
import { usePage } from '../page/page-context.ts'

/** The columns of fields that are shown, each removable. */
export function ColumnTags() {
  const { t } = useTranslation()
  const { fieldColumns } = usePage()
  const columns = useSyncExternalStore(fieldColumns.subscribe, fieldColumns.get)
  if (columns.length === 0) return null
  const named = columns.map(({ path }) => ({ path, name: pathText(path) }))
  return (
    <TagGroup
      className="column-tags"
      onRemove={(keys) => {
        for (const { path, name } of named) if (keys.has(name)) fieldColumns.remove(path)
      }}
    >
      <Label className="column-tags-label">{t('structure.columns')}</Label>
      <TagList className="column-tags-list">
        {named.map(({ name }) => (
          <Tag key={name} id={name} textValue={name} className="tag">
            <span className="tag-name">{name}</span>
            <Button
              slot="remove"
              className="tag-remove"
              aria-label={t('structure.removeNamed', { name })}
            >
              <X aria-hidden size={12} />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  )
}
