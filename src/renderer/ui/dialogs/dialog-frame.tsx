import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

export interface DialogFrameProps {
  readonly title: string
  readonly onClose: () => void
  /** `small` for one field, `wide` for much text. */
  readonly size?: 'small' | 'middle' | 'wide'
  readonly children: ReactNode
}

/** A dialog over the page: title, close button, Escape and a press outside close it. */
export function DialogFrame({ title, onClose, size = 'middle', children }: DialogFrameProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="overlay"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="modal" data-size={size}>
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <Button className="icon-button" aria-label={t('dialog.close')} onPress={onClose}>
              <X aria-hidden size={16} />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
