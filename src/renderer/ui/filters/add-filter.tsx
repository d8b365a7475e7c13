import { Plus } from 'lucide-react'
import { memo, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ChipMode } from '../../../shared/filter-set.ts'
import type { Term } from '../../../shared/query.ts'
import { usePage } from '../page/page-context.ts'
import { ToolButton } from '../toolbar/tool-button.tsx'
import { ModeChoice } from './mode-choice.tsx'
import { TermField } from './term-field.tsx'

const EMPTY: Term = { kind: 'text', pattern: '', matchCase: false, wholeWord: false }

/** The field in which a filter is typed; Enter adds it, and how it is taken stays for the next one. */
export const AddFilter = memo(function AddFilter() {
  const { t } = useTranslation()
  const { filters, filtering } = usePage()
  const [term, setTerm] = useState(EMPTY)
  const [mode, setMode] = useState<ChipMode>('include')
  return (
    <Form
      className="add-filter"
      aria-label={t('filters.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (term.pattern === '') return
        filters.add({ mode, term })
        setTerm({ ...term, pattern: '' })
      }}
    >
      <TermField label={t('filters.add')} term={term} onChange={setTerm} inputRef={filtering.field}>
        <ModeChoice mode={mode} onChange={setMode} isCompact />
      </TermField>
      <ToolButton
        type="submit"
        icon={Plus}
        label={t('filters.addButton')}
        isIconOnly
        isDisabled={term.pattern === ''}
      />
    </Form>
  )
})
