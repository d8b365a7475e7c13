import { z } from 'zod'

/** What a client process tells its parent. */
export const clientReport = z.discriminatedUnion('kind', [
  /** Every one of its connections has got a line. */
  z.object({ kind: z.literal('ready') }),
  /** Every connection has got every line, once and in order. */
  z.object({
    kind: z.literal('complete'),
    /** When the last line came, nanoseconds of `process.hrtime`. */
    lastAt: z.string(),
    /** Milliseconds from the write to the client's handler, of all lines of all connections. */
    latencies: z.array(z.number()),
  }),
  z.object({ kind: z.literal('wrong'), sentence: z.string() }),
])
/** A message from a client process. */
export type ClientReport = z.infer<typeof clientReport>
