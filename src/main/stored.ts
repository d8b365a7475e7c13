import { readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ipcMain } from 'electron'
import Store from 'electron-store'
import type { z } from 'zod'
import { errorCode } from '../server/error-code.ts'
import type { OwnLog } from '../server/own-log.ts'

/** One small file in the user's data folder, checked whenever it is read. */
export interface Stored<T> {
  read(): T
  /** Written atomically; a full disk is a warning in the own log, never a crash. */
  write(value: T): void
}

/** Where a value is kept, its shape, and what holds without it. */
export interface StoredOptions<T extends Record<string, unknown>> {
  readonly folder: string
  /** File name without `.json`. */
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly defaults: T
  readonly ownLog: OwnLog
  /** {@link MAX_STORED_BYTES} when left out. */
  readonly maxBytes?: number
}

/** A window, a few settings and recents are under 100 KiB; more was not written by Rastro. */
const MAX_STORED_BYTES = 1024 * 1024

/**
 * Opens a stored value. A file that is too large, no JSON or not of the schema is put aside as
 * `<name>.json.broken`, so that nothing of the user's is lost, and the defaults hold.
 */
export function openStored<T extends Record<string, unknown>>(
  options: StoredOptions<T>,
): Stored<T> {
  const { folder, name, schema, defaults, ownLog, maxBytes = MAX_STORED_BYTES } = options
  const warn = (message: string, error: unknown) => ownLog.warn(message, { name, error })
  const path = join(folder, `${name}.json`)
  const fault = faultOf(path, schema, maxBytes)
  if (fault !== null) {
    warn(`The ${name} could not be read (${fault}): the defaults are used.`, fault)
    putAside(path, warn)
  }
  const store = openStore(folder, name, warn)
  let kept = defaults
  return {
    read() {
      if (store === null) return kept
      const read = schema.safeParse(attempt(() => store.store, warn))
      return read.success ? read.data : kept
    },
    write(value) {
      kept = value
      if (store !== null) {
        attempt(() => {
          store.store = { ...value }
        }, warn)
      }
    },
  }
}

type Warn = (message: string, error: unknown) => void

function faultOf<T>(path: string, schema: z.ZodType<T>, maxBytes: number): string | null {
  try {
    const { size } = statSync(path)
    if (size > maxBytes) return `${size} bytes are too many`
    const read = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return read.success ? null : 'it holds something else'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    return error instanceof Error ? error.message : String(error)
  }
}

function putAside(path: string, warn: Warn): void {
  attempt(() => renameSync(path, `${path}.broken`), warn)
}

/** On this channel electron-store tells any frame that asks where the user's data is. */
const STORE_CHANNEL = 'electron-store-get-data'

function openStore(folder: string, name: string, warn: Warn): Store | null {
  const store = attempt(() => new Store({ cwd: folder, name, clearInvalidConfig: true }), warn)
  ipcMain.removeAllListeners(STORE_CHANNEL)
  return store ?? null
}

function attempt<A>(action: () => A, warn: Warn): A | undefined {
  try {
    return action()
  } catch (error) {
    warn('A file of the user data folder could not be used.', error)
    return undefined
  }
}
