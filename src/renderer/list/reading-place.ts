/** Where the reader is: at the end, or at a row that stands `y` pixels below the top of the view. */
export type ReadingPlace =
  | { readonly kind: 'end' }
  | {
      readonly kind: 'row'
      readonly row: number
      /** Null while it is not here. */
      readonly line: number | null
      readonly y: number
      readonly active: boolean
    }
