import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

export interface Choice<Id extends string> {
  readonly id: Id
  readonly name: string
  /** The language that the name is in, when it is not the page's. */
  readonly lang?: string
}

export interface ChoiceGroupProps<Id extends string> {
  readonly title: string
  readonly choices: readonly Choice<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** A few choices side by side, of which one holds. */
export function ChoiceGroup<Id extends string>(props: ChoiceGroupProps<Id>) {
  const { title, choices, chosen, onChoose } = props
  const titleId = useId()
  return (
    <div className="preference">
      <span id={titleId} className="preference-title">
        {title}
      </span>
      <ToggleButtonGroup
        className="segments"
        aria-labelledby={titleId}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const next = choices.find(({ id }) => keys.has(id))
          if (next !== undefined) onChoose(next.id)
        }}
      >
        {choices.map(({ id, name, lang }) => (
          <ToggleButton key={id} id={id} className="segment" lang={lang}>
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
