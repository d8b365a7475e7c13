/** An address in a text that can be opened: `[from, to)` in UTF-16 units. */
export interface Link {
  readonly from: number
  readonly to: number
  /** In full, as the browser writes it. */
  readonly href: string
}

/** Which keys are held while something is pressed. */
export interface HeldKeys {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What a list does with the addresses in its lines. They stay text: none of them is an anchor. */
export interface Links {
  /** The addresses of a text that may be opened, in order. As fast as a painter. */
  find(text: string): readonly Link[]
  /** Asks whether to open one, and opens it. */
  open(href: string): void
  /** Whether a click opens what it is on; else it selects. */
  isHeld(keys: HeldKeys): boolean
  /** The name of the key to hold. */
  readonly keyName: string
}
