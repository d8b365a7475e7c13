import { afterEach, describe, expect, it } from 'vitest'
import { handleRequests, type RequestHandlers } from '../../src/main/handle-requests.ts'
import { silentLog } from '../../src/server/own-log.ts'
import { ipcMain } from '../support/electron-stand-in.ts'

const ORIGIN = 'http://127.0.0.1:8000'
const system = { locale: null, theme: 'system' } as const

const handlers: RequestHandlers = {
  'open-file-dialog': () => [],
  'open-folder-dialog': () => [],
  'to-show': () => [],
  'open-paths': (paths) => paths.map((_path, index) => `log-${index}`),
  recents: () => [],
  'add-recent': () => undefined,
  'open-recent': () => [],
  'remove-recent': () => undefined,
  settings: () => system,
  'change-settings': (change) => ({ ...system, ...change }),
  'show-keys': () => undefined,
  kept: () => ({}),
  keep: () => undefined,
}

let stop: (() => void) | null = null

/** Asks as the page does, or as somebody who differs from it in `frame`. */
function ask(frame: object | null, channel: string, ...args: unknown[]): Promise<unknown> {
  const senderFrame = frame === null ? null : { url: `${ORIGIN}/`, parent: null, ...frame }
  return ipcMain.invoke({ sender: null, senderFrame }, channel, args)
}

function answerWith(change: Partial<RequestHandlers>): void {
  const asker = { contents: () => null, origin: () => ORIGIN }
  stop = handleRequests({ ...handlers, ...change }, asker, silentLog)
}

describe('handleRequests', () => {
  afterEach(() => stop?.())

  it('answers the top frame of the own page', async () => {
    answerWith({})
    expect(await ask({}, 'open-paths', ['/a', '/b'])).toEqual(['log-0', 'log-1'])
    expect(await ask({}, 'change-settings', { theme: 'dark' })).toEqual({
      ...system,
      theme: 'dark',
    })
  })

  it.each([
    ['an inner frame', { parent: {} }],
    ['another origin', { url: 'http://127.0.0.1:8001/' }],
    ['an address that only begins alike', { url: `${ORIGIN}.evil.example/` }],
    ['a page without an origin', { url: 'about:blank' }],
    ['a frame that is gone', null],
  ])('refuses %s on every channel, before it reads an argument', async (_who, frame) => {
    answerWith({})
    for (const channel of Object.keys(handlers)) {
      await expect(ask(frame, channel, 'anything')).rejects.toThrow(/own page/)
    }
  })

  it('tells the page nothing of the inside of a failure', async () => {
    answerWith({
      recents: () => {
        throw new Error('EACCES: /home/user/secret')
      },
    })
    const failure = await ask({}, 'recents').catch((error: unknown) => error)
    expect(failure).toEqual(new Error('Rastro could not answer recents.'))
    expect(String(failure)).not.toContain('secret')
  })

  it('sends no answer that the contract does not know', async () => {
    answerWith({ 'open-paths': () => ['../NOT AN ID'] })
    await expect(ask({}, 'open-paths', ['/a'])).rejects.toThrow('could not answer open-paths')
  })
})
