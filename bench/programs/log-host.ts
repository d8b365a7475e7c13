/**
 * The inside of the server without HTTP, as a process of its own: logs over the engine and its
 * threads, driven by messages.
 *
 * Usage: forked; log-host.mjs [CACHE_FOLDER]
 */
import process from 'node:process'
import { KeptIndexes } from '../../src/server/engine/kept-index/kept-indexes.ts'
import { createEngine } from '../../src/server/engine/threads/create-engine.ts'
import type { FileLog } from '../../src/server/log/file-log.ts'
import { LogRegistry } from '../../src/server/log/registry.ts'
import { silentLog } from '../../src/server/own-log.ts'
import { assertNever } from '../../src/shared/assert-never.ts'
import { lineNumber } from '../../src/shared/line-number.ts'
import { type HostAnswer, type HostRequest, hostRequest } from './log-host-message.ts'

const engine = createEngine(silentLog)
const cacheFolder = process.argv[2]
const keptIndexes =
  cacheFolder === undefined ? null : new KeptIndexes({ folder: cacheFolder, ownLog: silentLog })
const registry = new LogRegistry({ engine, keptIndexes, ownLog: silentLog })
let open: FileLog | null = null

/** Resolves at the first state of the log for which `test` holds. */
function reached(log: FileLog, test: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!test()) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = log.onChange(look)
    look()
  })
}

async function handle(request: HostRequest): Promise<readonly string[]> {
  switch (request.kind) {
    case 'index': {
      const log = registry.openFile(request.path)
      open = log
      await reached(log, () => {
        const { bytes, indexed } = log.state()
        return bytes === request.bytes && indexed === bytes
      })
      return []
    }
    case 'first-screen': {
      const log = registry.openFile(request.path)
      open = log
      await log.looked()
      const tail = await log.tail(request.lines)
      await reached(log, () => log.state().end >= request.lines)
      const head = await log.lines(lineNumber(0), lineNumber(request.lines))
      return [...head.lines, ...tail.lines].map(({ text }) => text)
    }
    case 'window': {
      const window = await open?.lines(lineNumber(request.from), lineNumber(request.to))
      return window?.lines.map(({ text }) => text) ?? []
    }
    case 'close':
      if (open !== null) await registry.remove(open.id)
      open = null
      return []
    default:
      return assertNever(request, 'request to the log host')
  }
}

async function answer(request: HostRequest): Promise<HostAnswer> {
  const start = performance.now()
  const texts = await handle(request)
  const ms = performance.now() - start
  return { ms, lines: open?.state().end ?? 0, texts: [...texts] }
}

process.on('message', (message) => {
  answer(hostRequest.parse(message)).then(
    (answered) => process.send?.(answered),
    (error: unknown) => process.send?.({ failure: String(error) }),
  )
})
process.once('disconnect', () => process.exit())
process.send?.({ ready: true })
