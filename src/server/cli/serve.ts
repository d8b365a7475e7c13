import { homedir } from 'node:os'
import process from 'node:process'
import { errorCode } from '../error-code.ts'
import { listenAddress } from '../http/listen-address.ts'
import { isLoopback } from '../http/loopback.ts'
import type { OwnLog } from '../own-log.ts'
import { CannotListen, type RunningServer, startServer } from '../start-server.ts'
import { cacheFolder as usersCacheFolder } from './cache-folder.ts'
import { cannotListen } from './cannot-listen.ts'
import { dataFolder } from './data-folder.ts'
import { notePlace } from './note-place.ts'
import type { Sentences } from './sentences.ts'
import type { ServeOptions } from './serve-options.ts'
import { streamsFile } from './streams-file.ts'
import { untilSignal } from './until-signal.ts'
import { UsageError } from './usage-error.ts'

/**
 * Serves until a signal comes. Writes one line to stdout when it listens; sentences and the server's
 * own log go to stderr. Throws a UsageError when the arguments cannot be served.
 */
export async function serve(options: ServeOptions, say: Sentences, ownLog: OwnLog): Promise<void> {
  const signalled = untilSignal()
  const open = await isOpenToOthers(options.host)
  if (open && options.token === null) throw new UsageError(say.openToAll(options.host))
  for (const file of options.files) {
    const note = await notePlace(file, say)
    if (note !== null) process.stderr.write(`${note}\n`)
  }
  if (open) process.stderr.write(`${say.plainHttp(options.host)}\n`)
  const server = await listen(options, say, ownLog)
  process.stdout.on('error', (error) => {
    // Whoever wanted the address is gone; the logs are served all the same.
    ownLog.warn('The address could not be printed.', { error: error.message })
  })
  process.stdout.write(`${announcement(server, options, say)}\n`)
  await signalled
  await server.close()
}

function announcement(server: RunningServer, options: ServeOptions, say: Sentences): string {
  return options.json
    ? JSON.stringify({ url: server.entryUrl, pid: process.pid, token: options.token })
    : say.listening(server.entryUrl)
}

/** Whether other machines can reach a server on this host; a name that is not known tells `startServer`. */
async function isOpenToOthers(host: string): Promise<boolean> {
  try {
    return !isLoopback((await listenAddress(host)).address)
  } catch {
    // Nothing will listen there: startServer says why.
    return false
  }
}

async function listen(
  options: ServeOptions,
  say: Sentences,
  ownLog: OwnLog,
): Promise<RunningServer> {
  const { files, host, port, token, allowOrigins } = options
  const cacheFolder =
    options.cacheFolder === undefined
      ? usersCacheFolder(process.platform, process.env, homedir())
      : options.cacheFolder
  const data = dataFolder(process.platform, process.env, homedir())
  const noted = streamsFile(data, host, port)
  try {
    return await startServer({
      host,
      port,
      token,
      allowOrigins,
      files,
      dataFolder: data,
      ...(noted === null ? {} : { streams: { file: noted, reopen: true } }),
      ...(cacheFolder === null ? {} : { cacheFolder }),
      ownLog,
    })
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error
    throw new UsageError(cannotListen(errorCode(error.cause), host, port, say))
  }
}
