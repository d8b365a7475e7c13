import { shownText } from '../filters/shown-text.ts'
import { elideMiddle } from './elide-middle.ts'

/** Characters at the end of a name that stay visible: `-2026-11-23.log` and its like. */
const KEPT_END = 12

/** A name, its control and direction characters as signs, that elides in its middle when it is too long for its place. */
export function SourceName({ name }: { readonly name: string }) {
  const { head, tail } = elideMiddle(shownText(name), KEPT_END)
  return (
    <span className="source-name">
      <span className="source-name-head">{head}</span>
      <span className="source-name-tail">{tail}</span>
    </span>
  )
}
