import { blockOf } from '../engine/block-index.ts'
import { BlockTally } from '../engine/block-tally.ts'
import type { LastEntry, SearchPiece } from '../engine/engine-task.ts'
import { RunLevels } from './run-levels.ts'

/** A run of a log as a view counts it. */
export interface CountedRun<Run> {
  readonly run: Run
  /** Where the search in it began. */
  readonly from: number
  /** Every line that starts before this offset is counted. */
  to: number
  /** What the search was told to be the end of the last finished line. */
  end: number
  /** The number of its first cell among all cells, and how many it has. */
  cell: number
  cells: number
  /** Blocks whose last line is too long to be looked at again at once, and a match; null for none. */
  long: Set<number> | null
  /** Its rows per level; null while no levels are counted. */
  levels: RunLevels | null
}

/** Blocks of one run that are to be looked at again for some rows. */
export interface RowPlan<Run> {
  readonly counted: CountedRun<Run>
  /** Rows of the first block that come before the wanted ones. */
  readonly skip: number
  /** Rows from the wanted one on that these blocks hold. */
  readonly rows: number
  readonly blocks: readonly PlannedBlock[]
}
export interface PlannedBlock {
  readonly block: number
  readonly long: boolean
  readonly from: number
  readonly to: number
}

/** What is taken of a piece. */
type TalliedPiece = Pick<SearchPiece, 'to' | 'block' | 'hits' | 'long'> &
  Partial<Pick<SearchPiece, 'levels'>>

/**
 * The rows of a view over the runs of its log, as counts: a cell is one block of one run, and its sum
 * is all that is kept of it. So memory is 8 bytes per 64 KiB searched (16 at most, as arrays grow by
 * doubling) whatever the number of rows, and some 100 bytes per run. Arithmetic only.
 */
export class ViewTally<Run> {
  readonly #cells = new BlockTally()
  #runs: CountedRun<Run>[] = []
  #dropped = 0

  /** Rows of runs that were taken out: the number of the first row that is left. */
  get dropped(): number {
    return this.#dropped
  }

  /** The number that the next row gets. */
  get end(): number {
    return this.#dropped + this.#cells.total
  }

  /** The runs counted, in order. */
  get runs(): readonly CountedRun<Run>[] {
    return this.#runs
  }

  get last(): CountedRun<Run> | undefined {
    return this.#runs.at(-1)
  }

  /** What this takes of the memory for rows, in bytes; their levels not counted. */
  get heldBytes(): number {
    return this.#cells.heldBytes
  }

  /** Whether the levels of all rows are known. */
  get knowsLevels(): boolean {
    return this.#runs.every((counted) => counted.levels !== null || this.rowsOf(counted) === 0)
  }

  /** Goes on with a run after all others. */
  begin(run: Run, from: number): CountedRun<Run> {
    const cell = this.#cells.blocks
    const counted = { run, from, to: from, end: from, cell, cells: 0, long: null, levels: null }
    this.#runs.push(counted)
    return counted
  }

  /** Takes what a search found next in the last run. */
  add({ to, block, hits, long, levels }: TalliedPiece): void {
    const counted = this.#lastRun()
    if (levels != null) {
      counted.levels ??= new RunLevels()
      counted.levels.add(block - blockOf(counted.from), levels)
    }
    for (const [at, count] of hits.entries()) this.#count(counted, block + at, count)
    if (long.length > 0) counted.long = new Set([...(counted.long ?? []), ...long])
    counted.to = Math.max(counted.to, to)
  }

  /** Takes the rows of the last entry back, which is searched again from its start. */
  takeBack({ from, hits, level = 0 }: LastEntry): void {
    const counted = this.#lastRun()
    counted.levels?.takeBack(blockOf(from) - blockOf(counted.from), level, hits)
    const keep = Math.min(counted.cells, blockOf(from) - blockOf(counted.from) + 1)
    this.#cells.remove(counted.cell + keep, counted.cell + counted.cells)
    counted.cells = keep
    if (hits > 0) this.#cells.addToLast(-hits)
    counted.to = from
  }

  /** Takes out the runs that are gone for good: their rows keep their numbers. */
  drop(isGone: (run: Run) => boolean): void {
    if (!this.#runs.some(({ run }) => isGone(run))) return
    let removed = 0
    const left: CountedRun<Run>[] = []
    for (const counted of this.#runs) {
      counted.cell -= removed
      if (!isGone(counted.run)) {
        left.push(counted)
        continue
      }
      this.#dropped += this.rowsOf(counted)
      this.#cells.remove(counted.cell, counted.cell + counted.cells)
      removed += counted.cells
    }
    this.#runs = left
  }

  /** The number of the first row of a run: its place among the runs counted. */
  firstRow(counted: CountedRun<Run>): number {
    return this.#dropped + this.#cells.before(counted.cell)
  }

  /** The number of the first row in `block` of a run, or in one after it. */
  rowOfBlock(counted: CountedRun<Run>, block: number): number {
    const at = Math.min(Math.max(block - blockOf(counted.from), 0), counted.cells)
    return this.#dropped + this.#cells.before(counted.cell + at)
  }

  /** Which blocks to look at again for row `row` and those after it; null when there is no such row. */
  plan(row: number, maxRows: number, maxBlocks: number): RowPlan<Run> | null {
    const wanted = row - this.#dropped
    if (wanted < 0 || wanted >= this.#cells.total) return null
    let cell = this.#cells.blockOf(wanted)
    const counted = this.#runOf(cell)
    const skip = wanted - this.#cells.before(cell)
    const end = counted.cell + counted.cells
    const blocks: PlannedBlock[] = []
    let rows = -skip
    while (cell < end) {
      blocks.push(planned(counted, blockOf(counted.from) + cell - counted.cell))
      rows += this.#cells.at(cell)
      const next = this.#cells.before(cell + 1)
      if (rows >= maxRows || blocks.length >= maxBlocks || next >= this.#cells.total) break
      // Past the blocks without a row: between rare matches there may be gigabytes.
      cell = this.#cells.blockOf(next)
    }
    return { counted, skip, rows, blocks }
  }

  #count(counted: CountedRun<Run>, block: number, hits: number): void {
    if (hits === 0) return
    const at = block - blockOf(counted.from)
    if (at < counted.cells - 1) {
      throw new RangeError(`Block ${block} comes after a later one: pieces must come in order.`)
    }
    while (counted.cells <= at) {
      this.#cells.append(0)
      counted.cells += 1
    }
    this.#cells.addToLast(hits)
  }

  /** How many rows a run has. */
  rowsOf({ cell, cells }: CountedRun<Run>): number {
    return this.#cells.before(cell + cells) - this.#cells.before(cell)
  }

  #lastRun(): CountedRun<Run> {
    const counted = this.last
    if (counted === undefined) throw new Error('No run is being counted: call begin first.')
    return counted
  }

  /** The run that has this cell. */
  #runOf(cell: number): CountedRun<Run> {
    let low = 0
    let high = this.#runs.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#runs[middle]?.cell ?? 0) <= cell) low = middle
      else high = middle - 1
    }
    const counted = this.#runs[low]
    if (counted === undefined) throw new RangeError(`No run has the cell ${cell}.`)
    return counted
  }
}

function planned<Run>({ from, to, long }: CountedRun<Run>, block: number): PlannedBlock {
  return { block, long: long?.has(block) ?? false, from, to }
}
