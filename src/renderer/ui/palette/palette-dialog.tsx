import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { PaletteItem } from './palette-item.tsx'
import { paletteSections } from './palette-sections.ts'
import { rankEntries } from './rank-entries.ts'
import { noteRecent, readRecent } from './recent-entries.ts'
import { usePaletteEntries } from './use-palette-entries.ts'

/** Everything that can be done, and every opened log, found by a few letters of its name. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { kept } = usePage()
  const [query, setQuery] = useState('')
  const entries = usePaletteEntries()
  const recent = useMemo(() => readRecent(kept), [kept])
  const run = (id: unknown) => {
    const chosen = entries.find((entry) => entry.id === id)
    if (chosen === undefined) return
    noteRecent(kept, chosen.id)
    onClose()
    // After React took the palette away: what the command opens or focuses keeps the focus.
    queueMicrotask(() => chosen.run())
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="overlay palette-overlay"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label={t('palette.title')}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <TextField className="palette-field" aria-label={t('palette.field')} autoFocus>
              <Search aria-hidden size={16} className="palette-icon" />
              <Input
                className="palette-input"
                // It commands the list below: without the role, that would need a Tab stop of its own.
                role="combobox"
                aria-expanded
                placeholder={t('palette.placeholder')}
                autoComplete="off"
                spellCheck="false"
              />
            </TextField>
            <ListBox
              className="palette-list"
              aria-label={t('palette.list')}
              onAction={run}
              renderEmptyState={() => <p className="palette-none">{t('palette.none')}</p>}
            >
              {query.trim() === ''
                ? paletteSections(entries, recent, t('palette.recent')).map((section) => (
                    <ListBoxSection key={section.title} id={section.title}>
                      <Header className="palette-header">{section.title}</Header>
                      {section.entries.map((entry) => (
                        <PaletteItem key={entry.id} entry={entry} />
                      ))}
                    </ListBoxSection>
                  ))
                : rankEntries(entries, query, recent).map(({ entry, matched }) => (
                    <PaletteItem key={entry.id} entry={entry} matched={matched} showsGroup />
                  ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
