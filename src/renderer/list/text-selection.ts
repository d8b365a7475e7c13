/** Whether text is selected in the document, as the browser told last; null before anybody asked. */
let selected: boolean | null = null

/**
 * Whether text is selected somewhere. Remembered from the browser's events: asking the selection
 * itself lays the page out at once, and with 45 new rows in each frame that was a third of all
 * script time (bench: page).
 */
export function isTextSelected(): boolean {
  if (selected === null) {
    document.addEventListener('selectionchange', () => {
      selected = document.getSelection()?.isCollapsed === false
    })
    selected = document.getSelection()?.isCollapsed === false
  }
  return selected
}
