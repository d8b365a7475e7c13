import type { Query } from '../../../shared/query.ts'
import type { EngineFile } from '../engine-task.ts'
import type { TaskTools } from '../threads/task-tools.ts'
import type { CompiledQuery } from './compile-query.ts'
import { LineRun } from './line-run.ts'
import { createQueryMatcher, type QueryMatcher } from './match-query.ts'

/** A query ready for one file, in one thread. */
export interface LineMatcher {
  readonly query: CompiledQuery
  readonly run: LineRun
  readonly matcher: QueryMatcher
}

/** Throws a sentence when the query is invalid: whoever asks has checked it at the border. */
export function createLineMatcher(
  file: EngineFile,
  asked: Query,
  { scanner, queries }: TaskTools,
): LineMatcher {
  const query = queries.get(asked)
  const run = new LineRun(scanner, file.encoding)
  return { query, run, matcher: createQueryMatcher(query, run) }
}
