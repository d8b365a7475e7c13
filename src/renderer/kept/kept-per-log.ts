import { z } from 'zod'
import { type LogId, logId } from '../../shared/protocol.ts'
import type { Kept } from './kept.ts'

/** One value for each log, kept over restarts: ids of logs are the same after each of them. */
export interface KeptPerLog<T> {
  get(log: LogId): T | null
  /** Null forgets the log. */
  set(log: LogId, value: T | null): void
}

/** Logs that are remembered for each feature; of more the one that was changed longest ago goes. */
const MAX_LOGS = 128

/** The value of each log under one key of `kept`. */
export function createKeptPerLog<T>(kept: Kept, key: string, schema: z.ZodType<T>): KeptPerLog<T> {
  const entries = z.array(z.tuple([logId, schema])).max(MAX_LOGS)
  const values = new Map<LogId, T>(kept.read(key, entries, []))
  return {
    get: (log) => values.get(log) ?? null,
    set(log, value) {
      values.delete(log)
      if (value !== null) values.set(log, value)
      kept.write(key, [...values].slice(-MAX_LOGS))
    },
  }
}
