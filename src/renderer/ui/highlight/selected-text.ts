/** Where text can be selected to be labelled. */
const PLACES = '.log-row-text, .line-details'

/** The text that was selected last in the lines or their details. */
export interface SelectedText {
  /** The empty string when nothing was selected yet. */
  get(): string
  /** What is remembered when the selection is gone, as after its row was painted anew. */
  set(text: string): void
}

/**
 * Follows the selection by its events: when a command is chosen in the palette, the field there has the
 * selection already. Of several lines the first counts, since a label stands within one.
 */
export function createSelectedText(document: Document): SelectedText {
  let selected = ''
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    if (selection === null || selection.isCollapsed) return
    const node = selection.anchorNode
    const element = node instanceof Element ? node : node?.parentElement
    if (element?.closest(PLACES) == null) return
    const [first = ''] = selection.toString().split('\n')
    if (first.trim() !== '') selected = first.trim()
  })
  return {
    get: () => selected,
    set(text) {
      selected = text
    },
  }
}
