import type { HeldKeys, Link, Links } from './links.ts'
import { rangeIn } from './range-in.ts'

/** Name of the highlight, for the style sheet: https://drafts.csswg.org/css-highlight-api-1/ */
const HIGHLIGHT = 'log-link'

/** Pixels that the pointer may move between press and release: a hand that trembles. */
const CLICK_SLOP_PX = 8

/** A text as it is drawn. */
export interface DrawnText {
  readonly text: string
  /** Whether it is all of its line: at the end of any other an address may be cut. */
  readonly whole: boolean
}

export interface LinkPointerTarget {
  /** The text that a cell shows; null where there is none. */
  drawnIn(cell: Element): DrawnText | null
  /** What opens a link. */
  hint(): string
}

/** The address that the pointer is on, as it was drawn. */
interface Found {
  readonly link: Link
  readonly range: Range
  readonly cell: HTMLElement
  readonly text: string
  /** Of the row around it. */
  readonly place: string
}

/**
 * Addresses below the pointer. They are found where it moves, presses or a key is held, and marked by a
 * highlight of the browser's: the text of a row stays as it is, with what is selected in it, and
 * lines that pass below a resting pointer cost nothing.
 */
export class LinkPointer {
  readonly #pane: HTMLElement
  readonly #links: Links
  readonly #target: LinkPointerTarget
  #pointer: { readonly x: number; readonly y: number } | null = null
  #found: Found | null = null
  #pressed: { readonly href: string; readonly x: number; readonly y: number } | null = null

  constructor(pane: HTMLElement, links: Links, target: LinkPointerTarget, signal: AbortSignal) {
    this.#pane = pane
    this.#links = links
    this.#target = target
    const options = { signal }
    pane.addEventListener('pointermove', (event) => this.#move(event), options)
    pane.addEventListener('pointerleave', () => this.#leave(), options)
    pane.addEventListener('mousedown', (event) => this.#press(event), options)
    for (const type of ['keydown', 'keyup'] as const) {
      window.addEventListener(type, (event) => this.#changeKeys(event), options)
    }
    window.addEventListener('blur', () => this.#leave(), options)
    signal.addEventListener('abort', () => this.#leave())
  }

  /** Whether a press at this place opens a link. */
  isOn(event: MouseEvent): boolean {
    return event.button === 0 && this.#heldAt(event) !== null
  }

  /** Opens the link that was pressed, when this is the click of that press. Answers whether it was. */
  click({ clientX, clientY }: MouseEvent): boolean {
    const pressed = this.#pressed
    this.#pressed = null
    if (pressed === null) return false
    const moved = Math.hypot(clientX - pressed.x, clientY - pressed.y)
    // It stays the link that was pressed, whatever line has come below the pointer meanwhile.
    if (moved <= CLICK_SLOP_PX) this.#links.open(pressed.href)
    // What asks about it lies over the list from now on.
    this.#leave()
    return true
  }

  /** To be called when rows were drawn: forgets an address that is not where it was. */
  check(): void {
    const found = this.#found
    if (found === null) return
    const isSame = this.#target.drawnIn(found.cell)?.text === found.text
    if (!isSame || placeOf(found.cell) !== found.place) this.#show(null, false)
  }

  #move(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.buttons !== 0) return
    this.#pointer = { x: event.clientX, y: event.clientY }
    this.#show(this.#at(event.clientX, event.clientY, event.target), this.#links.isHeld(event))
  }

  #changeKeys(keys: HeldKeys): void {
    if (this.#pointer === null) return
    const { x, y } = this.#pointer
    // Only where the key marks something, or did: the others are typed.
    const isHeld = this.#links.isHeld(keys)
    if (!isHeld && this.#found === null) return
    this.#show(this.#at(x, y, document.elementFromPoint(x, y)), isHeld)
  }

  #leave(): void {
    this.#pointer = null
    this.#show(null, false)
  }

  #press(event: MouseEvent): void {
    const found = event.button === 0 ? this.#heldAt(event) : null
    this.#pressed = null
    if (found === null) return
    this.#pressed = { href: found.link.href, x: event.clientX, y: event.clientY }
    // What is selected stays selected, and the focus where it is.
    event.preventDefault()
  }

  #heldAt(event: MouseEvent): Found | null {
    if (!this.#links.isHeld(event)) return null
    return this.#at(event.clientX, event.clientY, event.target)
  }

  #at(x: number, y: number, target: EventTarget | null): Found | null {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.log-row-text') : null
    if (cell === null || !this.#pane.contains(cell)) return null
    const drawn = this.#target.drawnIn(cell)
    if (drawn === null) return null
    const { text, whole } = drawn
    for (const link of this.#links.find(text)) {
      if (!whole && link.to >= text.length) continue
      const range = rangeIn(cell, link.from, link.to)
      if (range === null || !covers(range, x, y)) continue
      return { link, range, cell, text, place: placeOf(cell) }
    }
    return null
  }

  #show(found: Found | null, isHeld: boolean): void {
    if (found === null && this.#found === null) return
    this.#found = found
    this.#pane.title = found === null ? '' : this.#target.hint()
    const isMarked = found !== null && isHeld
    this.#pane.classList.toggle('is-on-link', isMarked)
    if (isMarked) CSS.highlights.set(HIGHLIGHT, new Highlight(found.range))
    else CSS.highlights.delete(HIGHLIGHT)
  }
}

function placeOf(cell: HTMLElement): string {
  return cell.parentElement?.style.transform ?? ''
}

function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
  )
}
