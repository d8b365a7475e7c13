import { ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LogState } from '../../../shared/protocol.ts'
import { shownText } from '../filters/shown-text.ts'
import { usePage } from '../page/page-context.ts'
import { usePageState } from '../page/use-page-state.ts'
import { useStore } from '../page/use-store.ts'

/** Which log the second list shows: any but the selected one. */
export function SecondSelect({ second }: { readonly second: LogState }) {
  const { t } = useTranslation()
  const { session, split, tabs } = usePage()
  const order = useStore(tabs)
  const selected = usePageState((state) => state.selected)
  const logs = session.getState().server?.logs ?? []
  const others = order.flatMap((id) => logs.find((log) => log.id === id && id !== selected) ?? [])
  return (
    <Select
      className="second-select"
      aria-label={t('split.choose')}
      value={second.id}
      onChange={(key) => {
        if (typeof key === 'string') split.show(key)
      }}
    >
      <Button className="status-button">
        <SelectValue />
        <ChevronDown aria-hidden size={12} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <ListBox className="menu">
          {others.map((log) => (
            <ListBoxItem key={log.id} id={log.id} className="menu-item" textValue={log.name}>
              {shownText(log.name)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
