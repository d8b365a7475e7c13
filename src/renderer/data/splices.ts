/**
 * A place where the rows of a list differ from those of the source below it: some of these are left
 * out, and lines of the log stand there instead.
 */
export interface Splice {
  /** The row of the source below, before which the lines are put and from which on rows are left out. */
  readonly at: number
  /** Rows left out. */
  readonly remove: number
  /** First line that is put in, and how many. */
  readonly line: number
  readonly insert: number
}

/** What stands at a row: a row of the source below, or line `offset` of what a splice puts in. */
export type SplicedPlace =
  | { readonly kind: 'below'; readonly row: number }
  | { readonly kind: 'inserted'; readonly splice: Splice; readonly offset: number }

/** The splices by their places. They must not overlap: none begins in what another one leaves out. */
export function sortSplices(splices: readonly Splice[]): readonly Splice[] {
  return splices.toSorted((one, other) => one.at - other.at)
}

/** What stands at `row`. `splices` are sorted. */
export function placeAt(splices: readonly Splice[], row: number): SplicedPlace {
  let shift = 0
  for (const splice of splices) {
    const start = splice.at + shift
    if (row < start) break
    if (row < start + splice.insert) {
      return { kind: 'inserted', splice, offset: row - start }
    }
    shift += splice.insert - splice.remove
  }
  return { kind: 'below', row: row - shift }
}

/**
 * The row of a row of the source below: behind what is put in before it. One that is left out has the
 * place of what stands there instead.
 */
export function rowAbove(splices: readonly Splice[], below: number): number {
  let shift = 0
  for (const { at, remove, insert } of splices) {
    if (below < at) break
    if (below < at + remove) return at + shift
    shift += insert - remove
  }
  return below + shift
}

/** The row after the last one, where the source below ends at `end`. */
export function splicedEnd(splices: readonly Splice[], end: number): number {
  return (
    splices
      // What is put in behind the last row belongs to it.
      .filter(({ at }) => at <= end)
      .reduce((sum, { at, remove, insert }) => sum + insert - Math.min(remove, end - at), end)
  )
}
