import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, Label, NumberField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePage } from '../page/page-context.ts'
import { useStore } from '../page/use-store.ts'
import { MAX_TEXT_PX, MIN_TEXT_PX } from './text-look.ts'

/** The size of the lines' text, by buttons, arrow keys or as a number. */
export function TextSizeField() {
  const { t } = useTranslation()
  const { textLook } = usePage()
  const look = useStore(textLook)
  return (
    <NumberField
      className="preference"
      value={look.sizePx}
      minValue={MIN_TEXT_PX}
      maxValue={MAX_TEXT_PX}
      onChange={(sizePx) => {
        // Empty while it is typed anew.
        if (Number.isInteger(sizePx)) textLook.set({ ...look, sizePx })
      }}
    >
      <Label className="preference-title">{t('preferences.textSize')}</Label>
      <Group className="stepper">
        <Button slot="decrement" className="stepper-button">
          <Minus aria-hidden size={14} />
        </Button>
        <Input className="stepper-value" />
        <Button slot="increment" className="stepper-button">
          <Plus aria-hidden size={14} />
        </Button>
      </Group>
    </NumberField>
  )
}
