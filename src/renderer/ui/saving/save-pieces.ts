import { countNewlines } from './count-newlines.ts'
import type { SaveTarget } from './save-target.ts'

/** How far a file is. */
export interface SaveProgress {
  readonly bytes: number
  readonly lines: number
}

/** What became of a file. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly progress: SaveProgress }
  | { readonly kind: 'cancelled' }
  /** The download ended before its end: the log changed, or the server is gone. */
  | { readonly kind: 'broken' }
  /** The disk is full, or the file may not be written. */
  | { readonly kind: 'unwritable' }
  /** It is larger than the target may become. */
  | { readonly kind: 'too-large' }

/**
 * Writes pieces to a target one after the other; what is not saved whole is discarded. `onProgress` is
 * called after each piece. The first line of a table is no line of the log: `heads` are left out of
 * the count.
 */
export async function savePieces(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  target: SaveTarget,
  options: {
    readonly signal: AbortSignal
    readonly heads: number
    readonly maxBytes: number
    onProgress(progress: SaveProgress): void
  },
): Promise<SaveOutcome> {
  const { signal, heads, maxBytes, onProgress } = options
  let progress: SaveProgress = { bytes: 0, lines: -heads }
  let isWriting = false
  try {
    for await (const piece of pieces) {
      if (signal.aborted) break
      progress = {
        bytes: progress.bytes + piece.length,
        lines: progress.lines + countNewlines(piece),
      }
      if (progress.bytes > maxBytes) {
        await target.discard()
        return { kind: 'too-large' }
      }
      isWriting = true
      await target.write(piece)
      isWriting = false
      onProgress(progress)
    }
    if (!signal.aborted) {
      isWriting = true
      await target.finish()
      return { kind: 'saved', progress }
    }
  } catch {
    // Reading and writing fail in their own ways; which of the two it was is what the user is told.
    if (!signal.aborted) {
      await target.discard()
      return { kind: isWriting ? 'unwritable' : 'broken' }
    }
  }
  await target.discard()
  return { kind: 'cancelled' }
}
