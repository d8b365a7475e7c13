import type { DataSets } from './data/data-sets.ts'

/** What one suite measured: a table for people, and the figures behind it for programs. */
export interface SuiteResult {
  readonly title: string
  /** What was done, in a sentence. */
  readonly method: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly figures: Readonly<Record<string, number>>
}

/** What every suite is given. */
export interface SuiteSetting {
  /** An empty folder of its own, removed afterwards. */
  readonly folder: string
  /** Aborted when the suite has taken too long; every process that it started must then end. */
  readonly signal: AbortSignal
  /** The data sets of the run, which suites share. */
  readonly data: DataSets
  /** Bytes of the data sets that were asked for; null for what the suite takes by itself. */
  readonly size: number | null
}

/** One measurement, each side beside its peer in the same run. Throws when a result is not the peer's. */
export type Suite = (setting: SuiteSetting) => Promise<SuiteResult>
