import type { ReactNode } from 'react'
import { Button, Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

export interface DialogFormProps {
  /** What the button that sends it says. */
  readonly submit: string
  /** Whether what was sent is being worked on: it cannot be sent once more meanwhile. */
  readonly isPending: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
  /** Its fields. They say themselves what is wrong with them: the browser shows nothing of its own. */
  readonly children: ReactNode
}

/** A question in a dialog: fields, and below them the buttons that leave it and send it. */
export function DialogForm(props: DialogFormProps) {
  const { t } = useTranslation()
  const { submit, isPending, onSubmit, onCancel, children } = props
  return (
    <Form
      className="form"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) onSubmit()
      }}
    >
      {children}
      <div className="dialog-actions">
        <Button className="tool" data-tone="bordered" onPress={onCancel}>
          {t('dialog.cancel')}
        </Button>
        <Button type="submit" className="tool" data-tone="primary" isPending={isPending}>
          {submit}
        </Button>
      </div>
    </Form>
  )
}
