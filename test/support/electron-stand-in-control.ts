import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { chromiumArgs } from '../../scripts/chromium-args.ts'
import { findChromium } from '../../scripts/find-chromium.ts'

/** A dialog as the shell asked for it. */
export interface ShownDialog {
  readonly kind: 'open' | 'message' | 'error'
  readonly options: Readonly<Record<string, unknown>>
}

/** What a test decides and what it can look at afterwards. */
interface Scene {
  browser: Browser | null
  folder: string
  packaged: boolean
  /** Whether this is the first instance. */
  lock: boolean
  languages: string[]
  /** Switches of the command line, without their hyphens. */
  switches: string[]
  displays: { x: number; y: number; width: number; height: number }[]
  /** Answers of the next dialogs, oldest first; an open dialog without one is cancelled. */
  readonly fileAnswers: string[][]
  readonly buttonAnswers: number[]
  readonly dialogs: ShownDialog[]
  readonly external: string[]
  readonly exits: number[]
  readonly recentDocuments: string[]
  handedOver: unknown
}

/** The scene of the running test. */
export const scene: Scene = {
  browser: null,
  folder: '',
  packaged: false,
  lock: true,
  languages: ['pt-BR'],
  switches: [],
  displays: [{ x: 0, y: 0, width: 1920, height: 1080 }],
  fileAnswers: [],
  buttonAnswers: [],
  dialogs: [],
  external: [],
  exits: [],
  recentDocuments: [],
  handedOver: undefined,
}

/** A folder of the scene, made when it is first asked for, as Electron's `app.getPath` does. */
export function sceneFolder(name: string): string {
  const folder = join(scene.folder, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Starts the real Chromium behind the stand-in and gives it a data folder of its own. */
export async function openScene(): Promise<void> {
  const found = await findChromium()
  if (found === null) throw new Error('The stand-in needs a Chromium: install one.')
  scene.browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs() })
  scene.folder = freshFolder()
}

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rastro-shell-'))
}

/** Puts the decisions back, forgets what was seen and gives the next test a data folder of its own. */
export function resetScene(): void {
  rmSync(scene.folder, { recursive: true, force: true })
  scene.folder = freshFolder()
  scene.packaged = false
  scene.lock = true
  scene.languages = ['pt-BR']
  scene.switches = []
  scene.displays = [{ x: 0, y: 0, width: 1920, height: 1080 }]
  scene.handedOver = undefined
  for (const list of [
    scene.fileAnswers,
    scene.buttonAnswers,
    scene.dialogs,
    scene.external,
    scene.exits,
    scene.recentDocuments,
  ]) {
    list.length = 0
  }
}

/** Ends the Chromium and removes the data folder. */
export async function closeScene(): Promise<void> {
  await scene.browser?.close()
  scene.browser = null
  rmSync(scene.folder, { recursive: true, force: true })
}
