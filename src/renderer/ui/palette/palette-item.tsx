import { ListBoxItem } from 'react-aria-components'
import { KeyCaps } from '../commands/key-caps.tsx'
import { MarkedName } from './marked-name.tsx'
import type { PaletteEntry } from './palette-entry.ts'

export interface PaletteItemProps {
  readonly entry: PaletteEntry
  readonly matched?: readonly number[]
  /** Says where it is from, where no section above it does. */
  readonly showsGroup?: boolean
}

/** One line of the palette: name, section, keys. */
export function PaletteItem({ entry, matched = [], showsGroup = false }: PaletteItemProps) {
  return (
    <ListBoxItem
      id={entry.id}
      className="palette-item"
      textValue={entry.name}
      isDisabled={!entry.isAvailable}
    >
      <MarkedName name={entry.name} matched={matched} />
      {showsGroup && <span className="palette-group">{entry.group}</span>}
      {entry.keys.length > 0 && <KeyCaps names={entry.keys} />}
    </ListBoxItem>
  )
}
