import { z } from 'zod'
import type { ByteOffset } from '../../shared/byte-offset.ts'
import { MARK_KINDS } from '../../shared/protocol.ts'

/** Something that happened to the log behind the stream, between two lines of the spool. */
export interface RemoteNote {
  readonly kind: (typeof MARK_KINDS)[number]
  /** For a gap: what is known to be lost. */
  readonly bytes: number | null
  readonly lines: number | null
  /** Where in the spool it belongs: everything before it is in the file already. */
  readonly offset: ByteOffset
}

/** A note without its place yet. */
export type RemoteNews = Omit<RemoteNote, 'offset'>

const count = z.number().int().nonnegative().nullable().catch(null)
const facts = z.object({ bytes: count, lines: count }).catch({ bytes: null, lines: null })
const kind = z.enum(MARK_KINDS)

/** Reads a named event of a Rastro server; null for any other event (`ping` among them). */
export function remoteNews(type: string, data: string): RemoteNews | null {
  const named = kind.safeParse(type)
  return named.success ? { kind: named.data, ...facts.parse(json(data)) } : null
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The name alone tells what happened.
    return null
  }
}
