/** What the palette offers: a command, or a log to switch to. */
export interface PaletteEntry {
  /** Stable over restarts: recent ones are kept by it. */
  readonly id: string
  readonly name: string
  /** Title of its section; where it is from, when all are in one list. */
  readonly group: string
  /** Its keys as they are printed on the keyboard; empty when it has none. */
  readonly keys: readonly string[]
  readonly isAvailable: boolean
  run(): void
}
