import { join } from 'node:path'
import log from 'electron-log/node.js'
import type { OwnLog } from '../server/own-log.ts'

/** The own log is rotated once at this size: two files say enough about the last days. */
const MAX_OWN_LOG_BYTES = 1024 * 1024

/**
 * The app's own log, in `folder`/main.log. It is electron-log's Node half: its Electron half would
 * open an IPC channel on which any frame may write, and no page of ours logs that way.
 */
export function createElectronOwnLog(folder: string, toConsole: boolean): OwnLog {
  const own = log.create({ logId: 'rastro' })
  own.transports.file.setAppName('Rastro')
  own.transports.file.resolvePathFn = () => join(folder, 'main.log')
  own.transports.file.maxSize = MAX_OWN_LOG_BYTES
  own.transports.console.level = toConsole ? 'info' : false
  return {
    info: (message, facts) => own.info(...said(message, facts)),
    warn: (message, facts) => own.warn(...said(message, facts)),
    error: (message, facts) => own.error(...said(message, facts)),
  }
}

function said(message: string, facts?: Readonly<Record<string, unknown>>): unknown[] {
  return facts === undefined ? [message] : [message, facts]
}
