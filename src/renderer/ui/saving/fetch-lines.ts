import type { ApiErrorCode } from '../../../shared/protocol.ts'
import { refusalOf } from '../../data/api.ts'

/** What asking for a download came to. */
export type FetchedLines =
  | { readonly kind: 'ok'; readonly pieces: AsyncIterable<Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'refused'; readonly error: ApiErrorCode | 'network' }

/**
 * Asks for a download, whose pieces come as they are read: a reader that waits lets the server wait.
 * Reading them rejects when the answer breaks off, as it does when the file changes.
 */
export async function fetchLines(url: string, signal: AbortSignal): Promise<FetchedLines> {
  try {
    const response = await fetch(url, { signal })
    if (!response.ok) return await refusalOf(response)
    return { kind: 'ok', pieces: piecesOf(response.body) }
  } catch {
    // No answer at all, or none any more because it was cancelled: who cancelled knows.
    return { kind: 'refused', error: 'network' }
  }
}

async function* piecesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // Ends the request of a reader that wants no more; after its end nothing happens.
    await reader.cancel().catch(() => undefined)
  }
}
