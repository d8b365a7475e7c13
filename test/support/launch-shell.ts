import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { startShell } from '../../src/main/start-shell.ts'
import type { OwnLog } from '../../src/server/own-log.ts'
import {
  type RunningServer,
  type StartServerOptions,
  startServer,
} from '../../src/server/start-server.ts'
import { app, BrowserWindow, nativeTheme, session } from './electron-stand-in.ts'
import { scene, sceneFolder } from './electron-stand-in-control.ts'

/** A shell that runs on the stand-in. */
export interface LaunchedShell {
  readonly window: BrowserWindow
  readonly page: Page
  /** Every server that was started, oldest first, and what it was asked for. */
  readonly servers: readonly RunningServer[]
  readonly asked: readonly StartServerOptions[]
  /** What the shell wrote to its own log. */
  readonly written: readonly string[]
}

export interface LaunchOptions {
  readonly argv?: readonly string[]
  /** What happens between the start and Electron's `ready`. */
  readonly beforeReady?: () => void
}

/** Starts the shell as `electron . ARGV` would, with a small page, and waits for its window. */
export async function launchShell(options: LaunchOptions = {}): Promise<LaunchedShell> {
  const servers: RunningServer[] = []
  const asked: StartServerOptions[] = []
  const written: string[] = []
  const started = startShell({
    argv: [...(scene.packaged ? ['rastro'] : ['electron', '.']), ...(options.argv ?? [])],
    cwd: sceneFolder('cwd'),
    ownLog: ownLogInto(written),
    preload: 'preload.cjs',
    pageFolder: await smallPage(),
    startServer: async (asking) => {
      asked.push(asking)
      const server = await startServer(asking)
      servers.push(server)
      return server
    },
  })
  options.beforeReady?.()
  app.becomeReady()
  await started
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) throw new Error(`No window was opened: ${written.join('; ')}`)
  return { window, page: window.webContents.page, servers, asked, written }
}

/** Quits as the menu does, waits for the end of the process and leaves a clean ground behind. */
export async function quitShell(): Promise<void> {
  const exits = scene.exits.length
  app.quit()
  await expect.poll(() => scene.exits.length, { timeout: 10_000 }).toBeGreaterThan(exits)
  await endProcess()
}

/** What the end of the process takes along. */
export async function endProcess(): Promise<void> {
  await session.endAll()
  app.beginAgain()
  nativeTheme.removeAllListeners()
}

async function smallPage(): Promise<string> {
  const folder = join(scene.folder, 'page')
  await mkdir(folder, { recursive: true })
  const html = '<!doctype html><title>Rastro</title><p>A small page</p>'
  await writeFile(join(folder, 'index.html'), html)
  return folder
}

function ownLogInto(written: string[]): OwnLog {
  const write = (message: string) => {
    written.push(message)
  }
  return { info: write, warn: write, error: write }
}
