import { z } from 'zod'
import { secretsOf, withBlankSecrets } from '../../shared/address-secret.ts'
import { MAX_URL_LENGTH } from './remote-url.ts'

/** A stream as it may be written to a disk: without what lets its holder in. */
export const notedStream = z.object({
  /** Its address, with blanks where secrets stood. */
  address: z.string().min(1).max(MAX_URL_LENGTH),
  /** What it was connected with and is not noted; null when it needed nothing. */
  secret: z
    .object({
      /** The query value that it was; null when there were several. */
      parameter: z.string().max(MAX_URL_LENGTH).nullable(),
    })
    .nullable(),
})
export type NotedStream = z.infer<typeof notedStream>

/** The query value by which a person types the token of a Rastro server. */
const RASTRO_PARAMETER = 'token'

/** What may be noted of a stream. `authorization` is the header that it was connected with. */
export function noteStream(url: URL, authorization: string | null): NotedStream {
  const address = withBlankSecrets(url.href)
  if (authorization !== null) return { address, secret: { parameter: RASTRO_PARAMETER } }
  const [parameter, ...others] = secretsOf(url.href)
  if (parameter === undefined) return { address, secret: null }
  return { address, secret: { parameter: others.length === 0 ? parameter : null } }
}
