import { createScanner } from '../scan/create-scanner.ts'
import type { Scanner } from '../scan/scanner.ts'
import { CompiledQueries } from '../search/compiled-queries.ts'

/** What the tasks of one thread share. */
export interface TaskTools {
  /** Other tasks use it between two slices: at each yield the content of its buffer is lost. */
  readonly scanner: Scanner
  readonly queries: CompiledQueries
}

/** The tools of one thread. */
export function createTaskTools(): TaskTools {
  return { scanner: createScanner(), queries: new CompiledQueries() }
}
