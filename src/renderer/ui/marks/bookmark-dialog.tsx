import { useState } from 'react'
import {
  Button,
  Form,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { selectedLog } from '../../data/page-state.ts'
import { plainText } from '../../list/style-line.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { usePage } from '../page/page-context.ts'
import { useFormat } from '../page/use-format.ts'
import { MAX_NOTE_LENGTH } from './bookmark.ts'
import { markColor } from './mark-color.ts'

export interface BookmarkDialogProps {
  readonly mark: string
  readonly onClose: () => void
}

/** Asks for the note and the colour of a bookmark of the selected log. */
export function BookmarkDialog({ mark: id, onClose }: BookmarkDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { session, bookmarks } = usePage()
  const log = selectedLog(session.getState())
  const mark = log === null ? undefined : bookmarks.of(log).find((one) => one.id === id)
  const [note, setNote] = useState(mark?.note ?? '')
  const [color, setColor] = useState(mark?.color ?? 'amber')
  if (log === null || mark === undefined) return null
  return (
    <DialogFrame
      title={t('marks.editTitle', { line: format.number(mark.line + 1) })}
      onClose={onClose}
    >
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          bookmarks.change(log, id, { note: note.trim(), color })
          onClose()
        }}
      >
        <p className="bookmark-text bookmark-quote">{plainText(mark.start) || t('marks.empty')}</p>
        <TextField
          className="field"
          autoFocus
          name="note"
          value={note}
          onChange={setNote}
          maxLength={MAX_NOTE_LENGTH}
        >
          <Label className="field-label">{t('marks.note')}</Label>
          <Input className="field-input field-words" autoComplete="off" />
          <Text slot="description" className="field-help">
            {t('marks.noteHelp')}
          </Text>
        </TextField>
        <RadioGroup
          className="field"
          value={color}
          onChange={(value) => setColor(markColor.parse(value))}
        >
          <Label className="field-label">{t('marks.color')}</Label>
          <div className="mark-colors">
            {markColor.options.map((one) => (
              <Radio key={one} value={one} className="mark-color">
                <span className={`bookmark-ribbon bookmark-${one}`} aria-hidden />
                {t(`marks.color.${one}`)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
        <div className="dialog-actions">
          <Button
            className="tool"
            data-tone="bordered"
            onPress={() => {
              bookmarks.remove(log, id)
              onClose()
            }}
          >
            {t('marks.removeThis')}
          </Button>
          <Button type="submit" className="tool" data-tone="primary">
            {t('marks.keep')}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  )
}
