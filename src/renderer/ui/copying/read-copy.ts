import { plainText } from '../../list/style-line.ts'
import { fetchLines } from '../saving/fetch-lines.ts'
import { MAX_COPIED_BYTES } from './copy-limits.ts'

/** What reading lines for the clipboard came to. */
export type ReadCopy =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-much' }
  | { readonly kind: 'failed' }

/**
 * The lines at the address of a download as they are shown: whole, without escape sequences and with
 * symbols for characters that would act where they are pasted. Reads no more than a copy may have.
 */
export async function readCopy(url: string, signal: AbortSignal): Promise<ReadCopy> {
  const fetched = await fetchLines(url, signal)
  if (fetched.kind === 'refused') return { kind: 'failed' }
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  try {
    for await (const piece of fetched.pieces) {
      bytes += piece.length
      if (bytes > MAX_COPIED_BYTES) return { kind: 'too-much' }
      text += decoder.decode(piece, { stream: true })
    }
  } catch {
    // The log changed meanwhile, or the server is gone: half of a selection is not copied.
    return { kind: 'failed' }
  }
  const lines = text.replace(/\n$/, '').split('\n')
  return { kind: 'text', text: lines.map(plainText).join('\n') }
}
