import type { LineNumber } from '../../shared/line-number.ts'
import type { LogId } from '../../shared/log-id.ts'
import type { Engine } from '../engine/engine.ts'
import type { OwnLog } from '../own-log.ts'
import type { Timeline } from './timeline.ts'

/** What views need of their log. */
export interface ViewSource {
  readonly id: LogId
  readonly timeline: Timeline
  readonly engine: Engine
  readonly ownLog: OwnLog
  /**
   * Finds the first line whose time is `ms` or later, null while there is none. Null where lines
   * cannot be found by their times: then no view asks for a range of times.
   */
  readonly lineAtTime: ((ms: number) => Promise<LineNumber | null>) | null
  /** Looks at the file: something is not as it was. */
  look(): void
}
