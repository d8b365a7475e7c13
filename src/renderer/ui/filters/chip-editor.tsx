import { type RefObject, useState } from 'react'
import { Button, Dialog, Form, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import type { Chip } from './log-filter.ts'
import { ModeChoice } from './mode-choice.tsx'
import { shownText } from './shown-text.ts'
import { TermField } from './term-field.tsx'

export interface ChipEditorProps {
  readonly chip: Chip
  /** The chip in the bar, under which it opens. */
  readonly triggerRef: RefObject<HTMLElement | null>
  readonly isInvalid: boolean
}

/** Changes one filter in its place; Escape leaves it as it was. */
export function ChipEditor({ chip, triggerRef, isInvalid }: ChipEditorProps) {
  const { t } = useTranslation()
  const { filters, filtering } = usePage()
  const [mode, setMode] = useState(chip.mode)
  const [term, setTerm] = useState(chip.term)
  const close = () => {
    filtering.editing.set(null)
    triggerRef.current?.focus()
  }
  return (
    <Popover
      className="popover chip-editor"
      triggerRef={triggerRef}
      placement="bottom start"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <Dialog
        className="chip-form"
        aria-label={t('filters.edit', { pattern: shownText(chip.term.pattern) })}
      >
        <Form
          onSubmit={(event) => {
            event.preventDefault()
            if (term.pattern === '') filters.remove(chip.id)
            else filters.change(chip.id, { mode, term })
            close()
          }}
        >
          <TermField
            label={t('filters.pattern')}
            term={term}
            onChange={setTerm}
            isInvalid={isInvalid}
            autoFocus
          />
          <div className="chip-form-row">
            <ModeChoice mode={mode} onChange={setMode} />
            <Button type="submit" className="tool" data-tone="primary">
              {t('filters.apply')}
            </Button>
          </div>
        </Form>
      </Dialog>
    </Popover>
  )
}
