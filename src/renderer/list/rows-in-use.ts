/**
 * The children of an element that should stay where they are when others move: first also the one below
 * the pointer; then only those with an end of what is selected, which would be lost.
 */
export function rowsInUse(pane: Element): readonly (readonly Element[])[] {
  const selection = document.getSelection()
  const selected = [selection?.anchorNode, selection?.focusNode].flatMap((node) => {
    const row = node == null ? null : childWith(pane, node)
    return row === null ? [] : [row]
  })
  return [[...selected, ...pane.querySelectorAll(':scope > :hover')], selected]
}

function childWith(pane: Element, node: Node): Element | null {
  for (let own: Node | null = node; own !== null; own = own.parentNode) {
    if (own.parentNode === pane) return own instanceof Element ? own : null
  }
  return null
}
