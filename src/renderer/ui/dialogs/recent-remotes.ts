import { z } from 'zod'
import { withoutSecrets } from '../../../shared/address-secret.ts'
import type { Bridge } from '../../../shared/bridge.ts'

const STORAGE_KEY = 'rastro.remotes'

/** Addresses kept in a browser: as many as fit under the field without scrolling. */
const MAX_RECENTS = 6

/** The remote addresses that were connected last, newest first. */
export interface RecentRemotes {
  list(): Promise<readonly string[]>
  add(url: string): Promise<void>
}

/** The app keeps them with its other recents, a browser in localStorage; both without their tokens. */
export function createRecentRemotes(bridge: Bridge | undefined): RecentRemotes {
  if (bridge !== undefined) {
    return {
      async list() {
        const recents = await bridge.recents()
        return recents.flatMap((recent) => (recent.kind === 'remote' ? [recent.target] : []))
      },
      add: (url) => bridge.addRecent({ kind: 'remote', target: withoutSecrets(url) }),
    }
  }
  return {
    list: async () => readStored(),
    async add(url) {
      const kept = withoutSecrets(url)
      const rest = readStored().filter((other) => other !== kept)
      try {
        localStorage.setItem(STORAGE_KEY, JSON.stringify([kept, ...rest].slice(0, MAX_RECENTS)))
      } catch {
        // Storage is full or switched off: the list is a convenience, the connection stands.
      }
    },
  }
}

function readStored(): readonly string[] {
  try {
    const stored = z
      .array(z.string())
      .max(MAX_RECENTS)
      .safeParse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]'))
    return stored.success ? stored.data : []
  } catch {
    // Storage is switched off, or holds no JSON: both mean that nothing was connected yet.
    return []
  }
}
