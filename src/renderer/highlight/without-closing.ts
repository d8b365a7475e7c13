/** Ends sentences and closes brackets: more often after an address than part of it. */
const CLOSING = new Set('.,;:!?\'")]}>')

/** The end of an address without the punctuation that stands after it; a bracket that it opens stays. */
export function withoutClosing(text: string, from: number, to: number): number {
  const opens = text.slice(from, to).includes('(')
  let end = to
  while (end > from && CLOSING.has(text.charAt(end - 1))) {
    if (opens && text.charAt(end - 1) === ')') break
    end -= 1
  }
  return end
}
