import { z } from 'zod'
import type { LogId } from '../../../shared/protocol.ts'
import type { Kept } from '../../kept/kept.ts'
import { createKeptPerLog } from '../../kept/kept-per-log.ts'
import type { Column } from '../../list/painter.ts'
import { type FieldPath, pathText } from '../../structure/field-path.ts'
import { parsedLine } from '../../structure/parsed-lines.ts'
import { createStore, type Store } from '../page/store.ts'
import type { Columns } from './columns.ts'

/** Columns of fields at most: more of them leave no room for the text. */
const MAX_COLUMNS = 8

/** Width of a column in characters, at least and at most; what is wider is cut. */
const MIN_WIDTH = 6
const MAX_WIDTH = 32

const fieldColumn = z.object({
  path: z.array(z.union([z.string().max(1024), z.number().int().nonnegative()])).readonly(),
  width: z.number().int().min(MIN_WIDTH).max(MAX_WIDTH),
})

/** A field that has a column of its own. */
export type FieldColumn = z.infer<typeof fieldColumn>

/** The fields that stand in columns, for each log its own; here always those of the selected log. */
export interface FieldColumns {
  /** The same array until a column changes. */
  get(): readonly FieldColumn[]
  /**
   * Adds a column at the end, as wide as the longest value of its field in these lines; the oldest
   * gives way when there are too many.
   */
  add(path: FieldPath, lines: readonly string[]): void
  remove(path: FieldPath): void
  clear(): void
  /** Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
}

export interface FieldColumnsParts {
  /** The log on the screen. */
  readonly selected: Pick<Store<LogId | null>, 'get' | 'subscribe'>
  readonly kept: Kept
  readonly columns: Columns
}

/** The columns that were kept; with the selected log they change in the list. */
export function createFieldColumns({ selected, kept, columns }: FieldColumnsParts): FieldColumns {
  const perLog = createKeptPerLog(kept, 'columns', z.array(fieldColumn).max(MAX_COLUMNS).readonly())
  const store = createStore<readonly FieldColumn[]>([])
  let log = selected.get()

  function show(next: readonly FieldColumn[]): void {
    const before = store.get()
    const isGone = ({ path }: FieldColumn) => !next.some((one) => isSame(one.path, path))
    for (const { path } of before.filter(isGone)) columns.remove(idOf(path))
    for (const one of next) if (!before.includes(one)) columns.put(columnOf(one))
    store.set(next)
  }

  function set(next: readonly FieldColumn[]): void {
    if (log === null) return
    perLog.set(log, next.length === 0 ? null : next)
    show(next)
  }

  selected.subscribe(() => {
    const next = selected.get()
    if (next === log) return
    log = next
    show(log === null ? [] : (perLog.get(log) ?? []))
  })
  if (log !== null) show(perLog.get(log) ?? [])

  return {
    get: store.get,
    add(path, lines) {
      const width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, longest(path, lines)))
      const others = store.get().filter((one) => !isSame(one.path, path))
      set([...others, { path, width }].slice(-MAX_COLUMNS))
    },
    remove: (path) => set(store.get().filter((one) => !isSame(one.path, path))),
    clear: () => set([]),
    subscribe: store.subscribe,
  }
}

const idOf = (path: FieldPath) => `field ${pathText(path)}`
const isSame = (one: FieldPath, other: FieldPath) => pathText(one) === pathText(other)
/** Two more than the text: cells have a blank at their sides. */
function longest(path: FieldPath, lines: readonly string[]): number {
  const name = pathText(path)
  return Math.max(name.length, ...lines.map((line) => textOfField(name, line).length)) + 2
}

/** The value of a field in a line; empty where the line has none. */
function textOfField(name: string, line: string): string {
  return parsedLine(line).fields.find((one) => pathText(one.path) === name)?.value ?? ''
}

function columnOf({ path, width }: FieldColumn): Column {
  const name = pathText(path)
  return {
    id: idOf(path),
    label: name,
    columns: width,
    // A column has one line of its own: what is wider than it is never seen.
    textOf: ({ text }) =>
      textOfField(name, text)
        .slice(0, 2 * MAX_WIDTH)
        .replace(/\s/g, ' '),
  }
}
