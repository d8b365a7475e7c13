import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { LogId, ServerState } from '../shared/protocol.ts'
import { KeptIndexes } from './engine/kept-index/kept-indexes.ts'
import { createEngine } from './engine/threads/create-engine.ts'
import { GeneratorSwitch } from './generator-switch.ts'
import { createApp } from './http/app.ts'
import { EventHub } from './http/event-hub.ts'
import { eventStream } from './http/event-stream.ts'
import { GuessLimit } from './http/guess-limit.ts'
import { createHttpServer } from './http/http-server.ts'
import { lineStream } from './http/line-stream.ts'
import { type ListenAddress, listenAddress } from './http/listen-address.ts'
import { listenFailure } from './http/listen-failure.ts'
import { isLoopback } from './http/loopback.ts'
import { createOwnAddressTest } from './http/own-address.ts'
import { bracketed, isOrigin, ownNames } from './http/own-names.ts'
import { createTokenCheck, tokenCookie } from './http/present-token.ts'
import { StreamLimit } from './http/stream-limit.ts'
import { isToken } from './http/token.ts'
import { OpenedPaths } from './log/opened-paths.ts'
import { LogRegistry } from './log/registry.ts'
import { RemoteLogs } from './log/remote-logs.ts'
import { type OwnLog, silentLog } from './own-log.ts'
import { version } from './version.ts'

/** What a server is started with; what is left out has the default that its line names. */
export interface StartServerOptions {
  /** Address to listen on; 127.0.0.1 when left out. */
  readonly host?: string
  /** Port; 0 (the default) takes a free one. */
  readonly port?: number
  /** The token that every request must bring; null lets everybody in and is refused off loopback. */
  readonly token: string | null
  /** Further origins that may read with their users' credentials, e.g. `https://logs.example`. */
  readonly allowOrigins?: readonly string[]
  /** Files, folders of logs and patterns (`logs/*.log`) to open at once. */
  readonly files?: readonly string[]
  /** The file that the generator writes when it is switched on; without it there is no generator. */
  readonly generatorFile?: string
  /** Folder for the spools of remote streams; without it remote streams are not offered. */
  readonly dataFolder?: string
  /**
   * Where the open remote streams are noted, without their secrets, and whether those of the last run
   * are brought back; left out, they are not noted. Needs `dataFolder`.
   */
  readonly streams?: { readonly file: string; readonly reopen: boolean }
  /** Folder for the indexes of large logs; when left out none is kept, and they are counted each time. */
  readonly cacheFolder?: string
  /** The built page; found beside the bundle when left out. */
  readonly pageFolder?: string
  /** The two tiny clients served under /examples/; found beside the bundle when left out. */
  readonly examplesFolder?: string
  readonly ownLog?: OwnLog
}

/** A server that listens. */
export interface RunningServer {
  /** The server's origin with a slash at the end, without the token: `http://127.0.0.1:8000/`. */
  readonly url: string
  /** The page's address with the token in it, for a person to open once. */
  readonly entryUrl: string
  /** The cookie that stands for the token; null when there is none. */
  readonly cookie: { readonly name: string; readonly value: string } | null
  /** Remote streams of the last run that are open again. */
  readonly reopened: number
  /** Opens a file (or finds it opened) and answers its id; the path need not exist yet. */
  openFile(path: string): LogId
  /** Opens a file, or the logs of a folder or a pattern, now and when new ones come. */
  open(path: string): Promise<readonly LogId[]>
  /** The files, folders and patterns that are open, as `open` takes them. */
  opened(): Promise<readonly string[]>
  /** Switches the generator on or off; on twice is on once. */
  setGenerator(on: boolean): Promise<void>
  /** Ends every stream, follower and the generator, and frees the port; under 2 s. Never rejects. */
  close(): Promise<void>
}

/** Thrown when the server cannot listen: `message` is a sentence for the user. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
}

/** How long followers and spools may take to end, in ms; what hangs in a dead mount is left behind. */
const CLOSE_LIMIT_MS = 1500

/** Starts the server. Rejects with {@link CannotListen} when it cannot be reached as asked for. */
export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const { token, ownLog = silentLog } = options
  const at = await addressOf(options)
  const server = createHttpServer()
  const port = await listen(server, at, options.port ?? 0)

  const shutdown = new AbortController()
  const engine = createEngine(ownLog)
  const { cacheFolder, dataFolder } = options
  const keptIndexes =
    cacheFolder === undefined ? null : new KeptIndexes({ folder: cacheFolder, ownLog })
  const atRest = { engine, keptIndexes, ownLog }
  const registry = new LogRegistry(atRest)
  const opened = new OpenedPaths({ registry, ownLog })
  const { generatorFile } = options
  const generator =
    generatorFile === undefined
      ? null
      : new GeneratorSwitch({
          file: generatorFile,
          ownLog,
          openLog: () => registry.openFile(generatorFile, 'generator').id,
        })
  const remotes =
    dataFolder === undefined
      ? null
      : new RemoteLogs({
          ...atRest,
          registry,
          dataFolder,
          listFile: options.streams?.file ?? null,
        })
  const runningVersion = version()
  const instance = randomUUID()
  const state = (): ServerState => ({
    version: runningVersion,
    instance,
    capabilities: { generator: generator !== null, remote: remotes !== null },
    generator: generator?.state() ?? { kind: 'off' },
    logs: registry.list().map((log) => log.state()),
  })
  const hub = new EventHub({ logs: registry, generator, state, ownLog })
  const streams = new StreamLimit()
  const names = isLoopback(at.address) ? [at.host, at.address] : [at.host, at.address, hostname()]
  const cookie = token === null ? null : tokenCookie(token, port)
  const isOwnAddress = createOwnAddressTest(names, port)
  const app = createApp({
    access: {
      own: ownNames(names, port, options.allowOrigins ?? []),
      lock:
        token === null || cookie === null
          ? null
          : { check: createTokenCheck(token, cookie), cookie, guesses: new GuessLimit() },
      shutdown: shutdown.signal,
    },
    logs: registry,
    openRemote: remotes === null ? null : (url, authorization) => remotes.open(url, authorization),
    generator,
    state,
    isOwnAddress,
    lineStream: lineStream({ registry, shutdown: shutdown.signal, streams }),
    eventStream: eventStream(hub, streams),
    pageFolder: options.pageFolder ?? join(import.meta.dirname, '../../dist/renderer'),
    examplesFolder: options.examplesFolder ?? foundExamples(),
    ownLog,
  })
  server.on('request', app)
  // Such as no descriptor left for a connection: it passes, the server goes on.
  server.on('error', (error) => ownLog.error('The server has trouble.', { error: error.message }))

  const url = `http://${bracketed(at.host)}:${port}/`
  let closing: Promise<void> | null = null
  const close = async (): Promise<void> => {
    shutdown.abort()
    hub.close()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    const ended = opened
      .close()
      .then(() => registry.close())
      .catch((error: unknown) => {
        ownLog.warn('A log could not be closed.', { error: String(error) })
      })
      // Only then: each log waits until no thread reads its file any more.
      .then(() => engine.close())
    await Promise.race([
      Promise.all([generator?.close(), ended]),
      delay(CLOSE_LIMIT_MS, undefined, { ref: false }),
    ])
    server.closeAllConnections()
    await closed
  }
  for (const path of options.files ?? []) await opened.open(path)
  const reopened = options.streams?.reopen
    ? (remotes?.reopen((address) => !isOwnAddress(address)) ?? 0)
    : 0
  if (options.streams?.reopen === false) remotes?.forget()
  return {
    url,
    entryUrl: token === null ? url : `${url}?token=${encodeURIComponent(token)}`,
    cookie,
    reopened,
    openFile: (path) => registry.openFile(path).id,
    open: (path) => opened.open(path),
    opened: () => opened.paths(),
    setGenerator: async (on) => generator?.set(on),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** Checks that the options can be listened with at all, and resolves the host. */
async function addressOf(options: StartServerOptions): Promise<ListenAddress> {
  const { host = '127.0.0.1', port = 0, token, allowOrigins = [] } = options
  if (token !== null && !isToken(token)) {
    throw new CannotListen(
      'The token does not fit into an address: use 1 to 256 letters, digits and -._~+/= only.',
    )
  }
  const stray = allowOrigins.find((origin) => !isOrigin(origin))
  if (stray !== undefined) {
    throw new CannotListen(
      `${stray} is no origin: name scheme, host and port only, e.g. https://logs.example.`,
    )
  }
  const at = await listenAddress(host).catch((error: NodeJS.ErrnoException) => {
    throw new CannotListen(listenFailure(error.code, host, port), { cause: error })
  })
  if (token === null && !isLoopback(at.address)) {
    throw new CannotListen(
      `Without a token the server listens on this machine only, and ${host} can be reached from others: give it a token.`,
    )
  }
  return at
}

function listen(
  server: ReturnType<typeof createHttpServer>,
  { host, address }: ListenAddress,
  port: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotListen(listenFailure(error.code, host, port), { cause: error }))
    })
    server.listen({ host: address, port }, () => {
      const bound = server.address()
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port)
    })
  })
}

/** Beside the bundle in a package, at the root of the repository else. */
function foundExamples(): string {
  const packaged = join(import.meta.dirname, '../examples')
  return existsSync(packaged) ? packaged : join(import.meta.dirname, '../../examples')
}
