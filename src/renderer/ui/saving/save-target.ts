/** Where the bytes of a saved file go. */
export interface SaveTarget {
  /** Resolves when the next piece may come; rejects when it cannot be written. */
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>
  /** The file is whole. */
  finish(): Promise<void>
  /** Nothing of it is to stay. Never rejects. */
  discard(): Promise<void>
}
