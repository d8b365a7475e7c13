import type { Page } from '@playwright/test'
import type { Bridge, Command, Recent } from '../../src/shared/bridge.ts'

/** What a test sees of the bridge that stands in for the app's preload. */
export interface StandIn {
  calls: string[]
  opened(logs: readonly string[]): void
  command(command: Command): void
}

/**
 * Gives the page a bridge as the app's preload does. `answer` names the logs that its dialogs open,
 * `launched` those that it was started with.
 */
export async function standInBridge(
  page: Page,
  answer: readonly string[],
  launched: readonly string[] = [],
): Promise<void> {
  await page.addInitScript(
    ([names, shown]) => {
      const idsOf = async (wanted: readonly string[]) => {
        const { logs } = await (await fetch('api/logs')).json()
        const open: readonly { readonly id: string; readonly name: string }[] = logs
        return open.filter(({ name }) => wanted.includes(name)).map(({ id }) => id)
      }
      const calls: string[] = []
      let recents: readonly Recent[] = [
        { kind: 'remote', target: 'http://127.0.0.1:9/stream-logs' },
        { kind: 'file', target: '/var/log/before.log' },
      ]
      const standIn: StandIn = { calls, opened: () => undefined, command: () => undefined }
      const bridge: Bridge = {
        platform: 'linux',
        async openFileDialog() {
          calls.push('openFileDialog')
          return idsOf(names)
        },
        async openFolderDialog() {
          calls.push('openFolderDialog')
          return idsOf(names)
        },
        toShow: () => idsOf(shown),
        async openDropped(files) {
          calls.push(`openDropped ${files.map(({ name }) => name).join()}`)
          return idsOf(names)
        },
        recents: async () => recents,
        addRecent: async ({ target }) => {
          calls.push(`addRecent ${target}`)
        },
        async openRecent({ target }) {
          calls.push(`openRecent ${target}`)
          return idsOf(names)
        },
        async removeRecent({ target }) {
          calls.push(`removeRecent ${target}`)
          recents = recents.filter((recent) => recent.target !== target)
        },
        showKeys: async () => undefined,
        kept: async () => ({}),
        keep: async () => undefined,
        settings: async () => ({ locale: 'en', theme: 'dark' }),
        async changeSettings(change) {
          calls.push(`changeSettings ${JSON.stringify(change)}`)
          return { locale: 'en', theme: 'dark', ...change }
        },
        onOpened(listener) {
          standIn.opened = listener
          return () => undefined
        },
        onCommand(listener) {
          standIn.command = listener
          return () => undefined
        },
      }
      Object.assign(window, { rastro: bridge, standIn })
    },
    [answer, launched] as const,
  )
}

/** What the page asked of the bridge so far. */
export const callsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { standIn: StandIn }).standIn.calls)

/** The id of the log with this name, as the server at `url` has it. */
export async function idOf(url: string, name: string): Promise<string> {
  const { logs } = await (await fetch(new URL('api/logs', url))).json()
  return logs.find((log: { name: string }) => log.name === name).id
}
