import { join } from 'node:path'
import process from 'node:process'
import { app } from 'electron'
import { startServer } from '../server/start-server.ts'
import { createElectronOwnLog } from './electron-own-log.ts'
import { startShell } from './start-shell.ts'

void startShell({
  argv: process.argv,
  cwd: process.cwd(),
  startServer,
  ownLog: createElectronOwnLog(app.getPath('logs'), !app.isPackaged),
  preload: join(import.meta.dirname, 'preload.cjs'),
})
