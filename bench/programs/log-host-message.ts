import { z } from 'zod'

/** What the log host is asked for; it has one log at a time. */
export const hostRequest = z.discriminatedUnion('kind', [
  /** Opens a file and waits until all of its `bytes` are indexed. */
  z.object({ kind: z.literal('index'), path: z.string(), bytes: z.number() }),
  /** Opens a file and reads its first and its last `lines` lines. */
  z.object({ kind: z.literal('first-screen'), path: z.string(), lines: z.number() }),
  /** Reads lines `[from, to)` of the log that is open. */
  z.object({ kind: z.literal('window'), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('close') }),
])
export type HostRequest = z.infer<typeof hostRequest>

/** What the log host answers; `ms` is what the request took inside of it. */
export const hostAnswer = z.object({
  ms: z.number(),
  /** Lines of the log, as far as they are counted. */
  lines: z.number(),
  /** The texts that were asked for: of a first screen the first lines, then the last. */
  texts: z.array(z.string()),
})
export type HostAnswer = z.infer<typeof hostAnswer>

/** The host's first word, or that it failed. */
export const hostMessage = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ failure: z.string() }),
  hostAnswer,
])
