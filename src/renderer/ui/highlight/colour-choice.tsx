import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { COLOUR_NAMES } from './colour-name.ts'
import { LABEL_COLOURS, type LabelColour, labelClass } from './label-colour.ts'

export interface ColourChoiceProps {
  readonly label: string
  readonly colour: LabelColour
  readonly onChange: (colour: LabelColour) => void
}

/** A choice among the colours of labels and rules. */
export function ColourChoice({ label, colour, onChange }: ColourChoiceProps) {
  const { t } = useTranslation()
  return (
    <Select
      aria-label={label}
      className="colour-choice"
      value={colour}
      onChange={(key) => {
        const chosen = LABEL_COLOURS.find((one) => one === key)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      <Button className="colour-button">
        <SelectValue>
          {() => (
            <>
              <span className={`swatch ${labelClass(colour)}`}>{colour}</span>{' '}
              <span className="visually-hidden">{t(COLOUR_NAMES[colour])}</span>
            </>
          )}
        </SelectValue>
      </Button>
      <Popover className="popover" placement="bottom start">
        <ListBox className="menu">
          {LABEL_COLOURS.map((one) => (
            <ListBoxItem
              key={one}
              id={one}
              className="colour-item"
              textValue={t(COLOUR_NAMES[one])}
            >
              <span className={`swatch ${labelClass(one)}`} aria-hidden>
                {one}
              </span>
              {t(COLOUR_NAMES[one])}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
