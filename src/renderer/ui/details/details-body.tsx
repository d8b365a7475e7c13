import { useMemo } from 'react'
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { plainText } from '../../list/style-line.ts'
import { fieldTree } from '../../structure/field-tree.ts'
import { parseLine } from '../../structure/parse-line.ts'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { ColumnTags } from './column-tags.tsx'
import { DETAIL_TABS } from './details.ts'
import type { EntryText } from './entry-text.ts'
import { FieldTreeView } from './field-tree-view.tsx'
import { LineSpans, MAX_SHOWN } from './line-spans.tsx'

/** An entry as fields and as text: its first line says what it is, and the others why. */
export function DetailsBody({ text }: { readonly text: EntryText }) {
  const { t } = useTranslation()
  const { details, commands } = usePage()
  const state = useStore(details)
  const [head = ''] = text.lines
  const parsed = useMemo(() => parseLine(plainText(head)), [head])
  const nodes = useMemo(() => fieldTree(parsed), [parsed])
  return (
    <Tabs
      className="line-details-tabs"
      selectedKey={state.tab}
      onSelectionChange={(key) => {
        const tab = DETAIL_TABS.find((one) => one === key)
        if (tab !== undefined) details.set({ ...details.get(), tab })
      }}
    >
      <div className="line-details-tab-bar">
        <TabList className="line-details-tab-list" aria-label={t('structure.views')}>
          <Tab id="fields" className="line-details-tab">
            {t('structure.fields')}
          </Tab>
          <Tab id="text" className="line-details-tab">
            {t('structure.text')}
          </Tab>
        </TabList>
        <span className="line-details-format">{t(`structure.format.${parsed.format}`)}</span>
      </div>
      <TabPanel id="fields" className="line-details-panel">
        <ColumnTags />
        {nodes.length === 0 ? (
          <p className="line-details-none">{t('structure.noFields')}</p>
        ) : (
          <FieldTreeView nodes={nodes} raw={head} />
        )}
      </TabPanel>
      <TabPanel id="text" className="line-details-panel">
        <div className="line-details-text">
          {text.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line's place in its entry is its name
            <LineSpans key={index} raw={line} />
          ))}
        </div>
        {(text.isCut || text.lines.some(({ length }) => length > MAX_SHOWN)) && (
          <Button
            className="tool"
            data-tone="bordered"
            onPress={() => commands.openLine(text.of.line)}
          >
            {t('structure.whole')}
          </Button>
        )}
      </TabPanel>
    </Tabs>
  )
}
