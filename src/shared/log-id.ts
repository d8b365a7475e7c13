import { z } from 'zod'

/** Opaque name of an opened log; stable over restarts for the same file or URL. */
export const logId = z.string().regex(/^[a-z0-9-]{1,80}$/)
export type LogId = z.infer<typeof logId>
