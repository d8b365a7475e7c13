import { z } from 'zod'

/** Why a remote stream is not live: a word for the catalogue and the fact behind it. */
export const remoteFailure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('network'), detail: z.string() }),
  z.object({ kind: z.literal('status'), status: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('type'), contentType: z.string() }),
  z.object({ kind: z.literal('redirects') }),
  z.object({ kind: z.literal('too-long') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('disk'), detail: z.string() }),
  /** It was connected at the last run with a secret, which is not kept: the query value of this name, null when there were several. */
  z.object({ kind: z.literal('secret'), parameter: z.string().nullable() }),
])
export type RemoteFailure = z.infer<typeof remoteFailure>
