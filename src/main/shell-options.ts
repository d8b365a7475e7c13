import type { OwnLog } from '../server/own-log.ts'
import type { startServer } from '../server/start-server.ts'

/** What the shell is given from outside, so that tests can give it something else. */
export interface ShellOptions {
  readonly startServer: typeof startServer
  readonly ownLog: OwnLog
  readonly preload: string
  /** Folder of an unpackaged start, where its generator writes. */
  readonly cwd: string
  /** Where the built page and the examples are; found beside the bundle when left out. */
  readonly pageFolder?: string
  readonly examplesFolder?: string
}
