/**
 * The part `[from, to)`, in UTF-16 units, of the text within an element; null where it has not as much
 * text. The element stays as it is.
 */
export function rangeIn(element: Element, from: number, to: number): Range | null {
  const range = document.createRange()
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  let isBegun = false
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { length } = node.textContent ?? ''
    if (!isBegun && from < at + length) {
      range.setStart(node, from - at)
      isBegun = true
    }
    if (to <= at + length) {
      range.setEnd(node, to - at)
      return range
    }
    at += length
  }
  return null
}
