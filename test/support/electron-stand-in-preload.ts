import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RolldownOutput, rolldown } from 'rolldown'

const SOURCE = join(import.meta.dirname, '../../src/main/preload.ts')

/** Names under which the page reaches the stand-in; none of them exists in Electron. */
export const INVOKE = 'electronStandInInvoke'
export const DELIVER = 'electronStandInDeliver'
export const PATHS = 'electronStandInPaths'

let bundled: Promise<string> | null = null

/**
 * The script that a page of the stand-in runs before its own: the real preload, the given file or
 * bundled as CommonJS from its source, with a `require` that knows electron alone (as the sandbox's does). What crosses
 * the stand-in's contextBridge is copied with structuredClone, which refuses events and functions,
 * apart from functions at the top of the exposed object and their callbacks, as Electron's bridge.
 */
export async function preloadScript(path: string): Promise<string> {
  bundled ??= existsSync(path) ? readFile(path, 'utf8') : bundle()
  return `(${frame.toString()})(${JSON.stringify(await bundled)}, ${JSON.stringify({
    invoke: INVOKE,
    deliver: DELIVER,
    paths: PATHS,
    platform: process.platform,
  })})`
}

async function bundle(): Promise<string> {
  const build = await rolldown({
    input: SOURCE,
    external: ['electron'],
    platform: 'node',
    tsconfig: false,
  })
  const { output }: RolldownOutput = await build.generate({ format: 'cjs' })
  await build.close()
  return output[0].code
}

interface Names {
  readonly invoke: string
  readonly deliver: string
  readonly paths: string
  readonly platform: string
}

/** Runs in the page. Preloads run in the top frame only, since nodeIntegrationInSubFrames is off. */
function frame(code: string, names: Names): void {
  if (window !== window.top) return
  const page: Record<string, unknown> = Object(window)
  const listeners = new Map<string, Set<(event: unknown, ...args: unknown[]) => void>>()
  const crossing = (value: unknown): unknown =>
    typeof value === 'function'
      ? (...args: unknown[]) => value(...args.map((one) => structuredClone(one)))
      : Array.isArray(value) && value.some((one) => one instanceof File)
        ? value
        : structuredClone(value)

  const electron = {
    contextBridge: {
      exposeInMainWorld(key: string, api: Record<string, unknown>) {
        const copy = Object.entries(api).map(([name, member]) => [
          name,
          typeof member === 'function'
            ? (...args: unknown[]) => member(...args.map(crossing))
            : structuredClone(member),
        ])
        Object.defineProperty(window, key, {
          value: Object.freeze(Object.fromEntries(copy)),
          enumerable: true,
        })
      },
    },
    ipcRenderer: {
      async invoke(channel: string, ...args: unknown[]) {
        const invoke = page[names.invoke]
        if (typeof invoke !== 'function') throw new Error('The stand-in is not bound.')
        return await invoke(channel, structuredClone(args))
      },
      on(channel: string, listener: (event: unknown, ...args: unknown[]) => void) {
        const known = listeners.get(channel) ?? new Set()
        listeners.set(channel, known.add(listener))
      },
      removeListener(channel: string, listener: (event: unknown, ...args: unknown[]) => void) {
        listeners.get(channel)?.delete(listener)
      },
    },
    webUtils: {
      getPathForFile(file: File): string {
        const paths: Record<string, string> = Object(page[names.paths])
        return paths[file.name] ?? ''
      },
    },
  }
  Object.defineProperty(window, names.deliver, {
    value: (channel: string, args: unknown[]) => {
      // The event carries functions, so that one which leaks to the page fails to be cloned.
      const event = { sender: electron.ipcRenderer, ports: [] }
      for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
    },
  })
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  new Function('require', 'process', 'module', 'exports', code)(
    require,
    { platform: names.platform },
    { exports: {} },
    {},
  )
}
