import type { Painter } from '../list/painter.ts'
import { BESIDE } from '../structure/compact-text.ts'

/** Dims what stands beside the message in lines of JSON that are shown as text. */
export function createCompactPainter(): Painter {
  return {
    key: 'compact',
    paint({ text }) {
      const from = text.indexOf(BESIDE)
      return from === -1 ? [] : [{ from, to: text.length, className: 'compact-beside' }]
    },
  }
}
