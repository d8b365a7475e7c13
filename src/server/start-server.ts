import type { LogId } from '../shared/protocol.ts'
import type { OwnLog } from './own-log.ts'

export interface StartServerOptions {
  /** Address to listen on; 127.0.0.1 when left out. */
  readonly host?: string
  /** Port; 0 (the default) takes a free one. */
  readonly port?: number
  /** The token that every request must bring; null lets everybody in and is refused off loopback. */
  readonly token: string | null
  /** Further origins that may read with their users' credentials, e.g. `https://logs.example`. */
  readonly allowOrigins?: readonly string[]
  /** Paths of logs to open at once. */
  readonly files?: readonly string[]
  /** The file that the generator writes when it is switched on; without it there is no generator. */
  readonly generatorFile?: string
  /** Folder for the spools of remote streams; without it remote streams are not offered. */
  readonly dataFolder?: string
  /** The built page; found beside the bundle when left out. */
  readonly pageFolder?: string
  /** The two tiny clients served under /examples/; found beside the bundle when left out. */
  readonly examplesFolder?: string
  readonly ownLog?: OwnLog
}

export interface RunningServer {
  /** The server's origin with a slash at the end, without the token: `http://127.0.0.1:8000/`. */
  readonly url: string
  /** The page's address with the token in it, for a person to open once. */
  readonly entryUrl: string
  /** The cookie that stands for the token; null when there is none. */
  readonly cookie: { readonly name: string; readonly value: string } | null
  /** Opens a file (or finds it opened) and answers its id; the path need not exist yet. */
  openFile(path: string): LogId
  /** Switches the generator on or off; on twice is on once. */
  setGenerator(on: boolean): Promise<void>
  /** Ends every stream, follower and the generator, and frees the port; under 2 s. */
  close(): Promise<void>
}

/** Thrown when the server cannot listen: `message` is a sentence for the user. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
}

export function startServer(_options: StartServerOptions): Promise<RunningServer> {
  throw new Error('Not built yet.')
}
