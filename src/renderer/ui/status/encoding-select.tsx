import { ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ENCODINGS } from '../../../shared/encoding.ts'
import { selectedLog } from '../../data/page-state.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { ENCODING_NAMES } from './encoding-names.ts'

/** The encoding in which the selected log is read, and the choice of another one. */
export function EncodingSelect() {
  const { t } = useTranslation()
  const { commands } = usePage()
  const id = usePageState((state) => state.selected)
  const encoding = usePageState((state) => selectedLog(state)?.encoding ?? null)
  if (id === null || encoding === null) return null
  return (
    <Select
      className="encoding"
      aria-label={t('status.encoding')}
      value={encoding}
      onChange={(key) => {
        const chosen = ENCODINGS.find((known) => known === key)
        if (chosen !== undefined && chosen !== encoding) commands.setEncoding(id, chosen)
      }}
    >
      <Button className="status-button">
        <SelectValue />
        <ChevronDown aria-hidden size={12} />
      </Button>
      <Popover className="popover" placement="top end">
        <ListBox className="menu">
          {ENCODINGS.map((name) => (
            <ListBoxItem
              key={name}
              id={name}
              className="menu-item"
              textValue={ENCODING_NAMES[name]}
            >
              {ENCODING_NAMES[name]}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
