import type { Paint } from '../../list/painter.ts'

/** Places of one text in one line that are painted at most. */
const MAX_PAINTS = 200

/** Every place of `sought` in `text`, one after the other. */
export function literalPaints(text: string, sought: string, className: string): readonly Paint[] {
  const paints: Paint[] = []
  let from = text.indexOf(sought)
  while (from !== -1 && paints.length < MAX_PAINTS) {
    const to = from + sought.length
    paints.push({ from, to, className })
    from = text.indexOf(sought, to)
  }
  return paints
}
