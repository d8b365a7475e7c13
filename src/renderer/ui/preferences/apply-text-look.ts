import { rowHeightPx, type TextLook } from './text-look.ts'

/** Tells the document how the text of the lines looks; the list measures its rows by it. */
export function applyTextLook(root: HTMLElement, look: TextLook): void {
  root.style.setProperty('--log-font-size', `${look.sizePx}px`)
  root.style.setProperty('--row-height', `${rowHeightPx(look)}px`)
}
