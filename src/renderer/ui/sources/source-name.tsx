import { shownText } from '../filters/shown-text.ts'
import { elideMiddle } from './elide-middle.ts'

/** Characters at the end of a name that stay visible: `-2026-11-23.log` and its like. */
const KEPT_END = 12

/** A name, its control and direction characters as signs, that elides in its middle when it is too long for its place. */
export function SourceName({ name }: { readonly name: string }) {
  const shown = shownText(name)
  const { head, tail } = elideMiddle(shown, KEPT_END)
  if (head === '') return <span className="source-name">{tail}</span>
  return (
    <span className="source-name">
      {/* Boxes of their own are read as words of their own: https://www.w3.org/TR/accname-1.2/ */}
      <span className="source-name-head" aria-hidden>
        {head}
      </span>
      <span className="source-name-tail" aria-hidden>
        {tail}
      </span>
      <span className="visually-hidden">{shown}</span>
    </span>
  )
}
