import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EngineFile } from '../../src/server/engine/engine-task.ts'
import type { Encoding } from '../../src/shared/encoding.ts'
import { tempFolder } from './temp-folder.ts'

export interface OpenedEngineFile {
  readonly path: string
  readonly file: EngineFile
  /** Gives the descriptor back before the test ends. */
  close(): Promise<void>
}

/** A real file with these bytes, open for the engine; closed and removed when the test ends. */
export async function engineFile(
  bytes: Uint8Array | string,
  encoding: Encoding = 'utf-8',
): Promise<OpenedEngineFile> {
  const path = join(await tempFolder(), 'app.log')
  const handle = await open(path, 'w+')
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await handle.close()
  }
  onTestFinished(close)
  await handle.writeFile(bytes)
  const head = new Uint8Array(Buffer.from(bytes).subarray(0, 1024))
  return { path, file: { fd: handle.fd, encoding, head }, close }
}
