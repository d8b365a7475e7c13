/** Pixels that a finger may move before a tap becomes a pan. */
const TAP_SLOP_PX = 8

/** Speed of a fling that is kept from one millisecond to the next: it ends after about a second. */
const FLING_KEPT_PER_MS = 0.996

/** Slower than this, in px per ms, a fling has ended: under a physical pixel per frame. */
const FLING_END_PX_PER_MS = 0.02

/** A finger that rested this long before it was lifted does not fling, in ms. */
const FLING_PAUSE_MS = 60

/** What the pointer does to the list; `y` is in pixels below the top of the view. */
export interface RowPointerTarget {
  /** The line at `y`; null where there is none. */
  lineAt(y: number): number | null
  select(line: number, extend: boolean): void
  /** Whether the press does something else than select. */
  isOnLink(event: PointerEvent): boolean
  scrollBy(rows: number): void
  /** Pixels moved by a finger: positive shows later lines, or what is further right. */
  pan(dx: number, dy: number): void
  readonly height: number
  readonly rowHeight: number
}

/**
 * Mouse, pen and finger on the rows. A drag inside one line is the browser's own text selection; one
 * that leaves the line selects whole lines, because rows are reused and the browser's selection
 * cannot span lines that have no row. Fingers pan: the browser's own scrolling would be scaled.
 */
export class RowPointer {
  readonly #element: HTMLElement
  readonly #target: RowPointerTarget
  readonly #closed = new AbortController()
  #drag: { id: number; line: number; ranging: boolean; y: number } | null = null
  #finger: { id: number; x: number; y: number; at: number; panning: boolean } | null = null
  #velocity = 0
  #frame = 0

  constructor(element: HTMLElement, target: RowPointerTarget) {
    this.#element = element
    this.#target = target
    const options = { signal: this.#closed.signal }
    element.addEventListener('pointerdown', (event) => this.#down(event), options)
    element.addEventListener('pointermove', (event) => this.#move(event), options)
    element.addEventListener('pointerup', (event) => this.#up(event), options)
    element.addEventListener('pointercancel', (event) => this.#up(event), options)
  }

  close(): void {
    this.#closed.abort()
    cancelAnimationFrame(this.#frame)
  }

  #y(event: PointerEvent): number {
    return event.clientY - this.#element.getBoundingClientRect().top
  }

  #down(event: PointerEvent): void {
    cancelAnimationFrame(this.#frame)
    this.#velocity = 0
    if (event.pointerType === 'touch') {
      const { pointerId: id, clientX: x, clientY: y, timeStamp: at } = event
      this.#finger = { id, x, y, at, panning: false }
      return
    }
    const y = this.#y(event)
    const line = this.#target.lineAt(y)
    if (event.button !== 0 || line === null || this.#target.isOnLink(event)) return
    this.#target.select(line, event.shiftKey)
    this.#drag = { id: event.pointerId, line, ranging: false, y }
    // The browser would stretch its own text selection over reused rows.
    if (event.shiftKey) document.getSelection()?.removeAllRanges()
  }

  #move(event: PointerEvent): void {
    if (this.#finger?.id === event.pointerId) this.#pan(event)
    const drag = this.#drag
    if (drag?.id !== event.pointerId || event.buttons === 0) return
    drag.y = this.#y(event)
    const line = this.#target.lineAt(clamp(drag.y, 0, this.#target.height - 1))
    if (!drag.ranging) {
      if (line === null || line === drag.line) return
      drag.ranging = true
      this.#element.classList.add('is-ranging')
      this.#element.setPointerCapture(event.pointerId)
      this.#autoScroll()
    }
    document.getSelection()?.removeAllRanges()
    if (line !== null) this.#target.select(line, true)
  }

  #up(event: PointerEvent): void {
    if (this.#drag?.id === event.pointerId) {
      this.#drag = null
      this.#element.classList.remove('is-ranging')
    }
    const finger = this.#finger
    if (finger?.id !== event.pointerId) return
    this.#finger = null
    if (event.type === 'pointercancel') return
    if (finger.panning) {
      if (event.timeStamp - finger.at < FLING_PAUSE_MS) this.#fling(event.timeStamp)
    } else {
      const line = this.#target.lineAt(this.#y(event))
      if (line !== null) this.#target.select(line, false)
    }
  }

  /** Beyond the upper or lower edge the selection goes on, the faster the further away. */
  #autoScroll(): void {
    this.#frame = requestAnimationFrame(() => {
      const drag = this.#drag
      if (drag?.ranging !== true) return
      const { height, rowHeight } = this.#target
      const beyond = drag.y < 0 ? drag.y : Math.max(0, drag.y - height)
      if (beyond !== 0) {
        this.#target.scrollBy(beyond / rowHeight / 2)
        const line = this.#target.lineAt(clamp(drag.y, 0, height - 1))
        if (line !== null) this.#target.select(line, true)
      }
      this.#autoScroll()
    })
  }

  #pan(event: PointerEvent): void {
    const finger = this.#finger
    if (finger === null) return
    const dx = finger.x - event.clientX
    const dy = finger.y - event.clientY
    if (!finger.panning) {
      if (Math.hypot(dx, dy) < TAP_SLOP_PX) return
      finger.panning = true
      this.#element.setPointerCapture(event.pointerId)
    }
    const elapsed = Math.max(event.timeStamp - finger.at, 1)
    this.#velocity = 0.7 * (dy / elapsed) + 0.3 * this.#velocity
    Object.assign(finger, { x: event.clientX, y: event.clientY, at: event.timeStamp })
    this.#target.pan(dx, dy)
  }

  #fling(before: number): void {
    this.#frame = requestAnimationFrame((now) => {
      const elapsed = Math.max(now - before, 0)
      this.#velocity *= FLING_KEPT_PER_MS ** elapsed
      if (Math.abs(this.#velocity) < FLING_END_PX_PER_MS) return
      this.#target.pan(0, this.#velocity * elapsed)
      this.#fling(now)
    })
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
