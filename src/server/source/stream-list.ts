import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { errorCode } from '../error-code.ts'
import type { OwnLog } from '../own-log.ts'
import { type NotedStream, notedStream } from './noted-stream.ts'

/** Streams noted at most: more at once nobody reads. */
const MAX_STREAMS = 64

/** As many of the longest addresses, in JSON, are less. */
const MAX_FILE_BYTES = 1024 * 1024

const streamList = z.object({
  version: z.literal(1),
  streams: z.array(notedStream).max(MAX_STREAMS),
})

/**
 * The streams that were noted at an earlier run, in their order. A file that is damaged is reported and
 * put aside, so that nothing of the user's is lost, and counts as empty.
 */
export function readStreamList(path: string, ownLog: OwnLog): readonly NotedStream[] {
  let reason: string
  try {
    const { size } = statSync(path)
    if (size > MAX_FILE_BYTES) throw new Error(`${size} bytes are too many`)
    const read = streamList.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (read.success) return read.data.streams
    reason = 'it holds something else'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    reason = error instanceof Error ? error.message : String(error)
  }
  ownLog.warn('The list of remote streams could not be read and was put aside.', { path, reason })
  try {
    renameSync(path, `${path}.broken`)
  } catch (error) {
    ownLog.warn('The list of remote streams could not be put aside.', { error: String(error) })
  }
  return []
}

/**
 * Notes the streams: the whole file or nothing of it, readable by its user only. At once, since it is
 * small and follows a press of the user's. A list that cannot be written costs the next start, and a
 * line in the own log.
 */
export function writeStreamList(
  path: string,
  streams: readonly NotedStream[],
  ownLog: OwnLog,
): void {
  const list: z.infer<typeof streamList> = { version: 1, streams: streams.slice(-MAX_STREAMS) }
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(`${path}.new`, JSON.stringify(list), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  } catch (error) {
    ownLog.warn('The list of remote streams could not be written.', { path, error: String(error) })
  }
}
