import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import { EmbeddedServer } from './embedded-server.ts'
import type { ShellOptions } from './shell-options.ts'

/** 256 bits: nobody on the machine guesses it in the life of the app. */
const TOKEN_BYTES = 32

/**
 * Starts the app's own server, on this machine alone and with a token of this launch. `reopen` brings
 * back the remote streams of the last one. Rejects with a sentence when it cannot listen.
 */
export function openServer(options: ShellOptions, reopen: boolean): Promise<EmbeddedServer> {
  const dataFolder = app.getPath('userData')
  const { pageFolder, examplesFolder, ownLog } = options
  return EmbeddedServer.open(
    options.startServer,
    {
      host: '127.0.0.1',
      port: 0,
      token: randomBytes(TOKEN_BYTES).toString('base64url'),
      // A packaged app may not write where it was started; a developer wants the file in sight.
      generatorFile: join(app.isPackaged ? dataFolder : options.cwd, 'teste.log'),
      dataFolder,
      streams: { file: join(dataFolder, 'streams.json'), reopen },
      // Not `Cache`: that is Chromium's own, also on systems whose file names have no case.
      cacheFolder: join(dataFolder, 'indexes'),
      ownLog,
      ...(pageFolder === undefined ? {} : { pageFolder }),
      ...(examplesFolder === undefined ? {} : { examplesFolder }),
    },
    ownLog,
  )
}
