/** An event of Electron's kind, whose default a listener can prevent. */
export interface Preventable {
  defaultPrevented: boolean
  preventDefault(): void
}

/** A fresh event with what Electron puts beside it. */
export function preventable<D extends object>(details?: D): Preventable & D {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return Object.assign(event, details)
}
