import { EventEmitter } from 'node:events'
import { scene, sceneFolder } from './electron-stand-in-control.ts'
import { preventable } from './electron-stand-in-event.ts'

/** What the app needs of its windows when it ends. */
export interface OpenWindow {
  close(): void
  destroy(): void
}

/** Stand-in for Electron's `app`: its life is driven by the test through `becomeReady` and `emit`. */
class StandInApp extends EventEmitter {
  #ready = false
  #waiting: (() => void)[] = []
  readonly windows = new Set<OpenWindow>()
  sandboxed = false
  readonly commandLine = { hasSwitch: (name: string) => scene.switches.includes(name) }
  userModelId = ''

  get isPackaged(): boolean {
    return scene.packaged
  }
  whenReady(): Promise<void> {
    if (this.#ready) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }
  becomeReady(): void {
    this.#ready = true
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
  /** What a new process begins with: not ready, nobody listening. */
  beginAgain(): void {
    this.#ready = false
    this.sandboxed = false
    this.#waiting = []
    this.removeAllListeners()
  }
  enableSandbox(): void {
    this.sandboxed = true
  }
  setAppUserModelId(id: string): void {
    this.userModelId = id
  }
  getPath(name: string): string {
    return sceneFolder(name)
  }
  getVersion(): string {
    return '0.0.0-stand-in'
  }
  getPreferredSystemLanguages(): string[] {
    return scene.languages
  }
  requestSingleInstanceLock(data: unknown): boolean {
    scene.handedOver = data
    return scene.lock
  }
  addRecentDocument(path: string): void {
    scene.recentDocuments.push(path)
  }
  quit(): void {
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    for (const window of [...this.windows]) window.close()
    this.exit(0)
  }
  /** As Electron's: every window goes without being asked, and the process ends. */
  exit(code: number): void {
    for (const window of [...this.windows]) window.destroy()
    this.emit('quit', {}, code)
    scene.exits.push(code)
  }
}

export const app = new StandInApp()
