import { EventEmitter } from 'node:events'
import type { BrowserContext } from '@playwright/test'
import { scene } from './electron-stand-in-control.ts'

interface CookieDetails {
  readonly url: string
  readonly name: string
  readonly value: string
  readonly path: string
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: 'strict' | 'lax' | 'no_restriction'
}

const SAME_SITE = { strict: 'Strict', lax: 'Lax', no_restriction: 'None' } as const

type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean

/** Stand-in for a `Session`: its cookies are those of a real Chromium context. */
export class StandInSession extends EventEmitter {
  #context: Promise<BrowserContext> | null = null
  requestHandler: PermissionRequest | null = null
  checkHandler: PermissionCheck | null = null
  deviceHandler: (() => boolean) | null = null
  displayHandler: ((request: unknown, callback: (streams: unknown) => void) => void) | null = null
  spellChecker = true

  readonly cookies = {
    set: async (cookie: CookieDetails) => {
      const context = await this.context()
      const { name, value, path, httpOnly, secure } = cookie
      const domain = new URL(cookie.url).hostname
      const sameSite = SAME_SITE[cookie.sameSite]
      await context.addCookies([{ name, value, domain, path, httpOnly, secure, sameSite }])
    },
  }

  context(): Promise<BrowserContext> {
    this.#context ??= newContext()
    return this.#context
  }
  async close(): Promise<void> {
    const context = await this.#context
    this.#context = null
    await context?.close()
  }
  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.requestHandler = handler
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.checkHandler = handler
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceHandler = handler
  }
  setDisplayMediaRequestHandler(
    handler: (request: unknown, callback: (streams: unknown) => void) => void,
  ): void {
    this.displayHandler = handler
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on
  }
}

async function newContext(): Promise<BrowserContext> {
  if (scene.browser === null) throw new Error('Call openScene() before a window is loaded.')
  return await scene.browser.newContext({ locale: scene.languages[0] ?? 'en' })
}

const sessions = new Map<string, StandInSession>()

export const session = {
  fromPartition(partition: string): StandInSession {
    const known = sessions.get(partition) ?? new StandInSession()
    sessions.set(partition, known)
    return known
  },
  /** What the end of the process does to sessions in memory. */
  async endAll(): Promise<void> {
    for (const one of sessions.values()) await one.close()
    sessions.clear()
  },
}
