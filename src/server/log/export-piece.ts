/** A line to be saved; its number is null where nobody asked for it and it is not counted yet. */
export interface ExportLine {
  /** In the log, counted from 0. */
  readonly line: number | null
  /** All of it, without its ending. */
  readonly text: string
}

/** What an export consists of, in order. */
export type ExportPiece =
  | { readonly kind: 'lines'; readonly lines: readonly ExportLine[] }
  /** A part of a line that is too long to be held; its parts come one after the other. */
  | {
      readonly kind: 'part'
      readonly line: number
      readonly text: string
      readonly isFirst: boolean
      readonly isLast: boolean
    }
