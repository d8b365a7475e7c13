import type { SaveTarget } from './save-target.ts'

/** The part of https://wicg.github.io/file-system-access/#api-showsavefilepicker that is used. */
type ShowSaveFilePicker = (options: {
  readonly suggestedName: string
}) => Promise<FileSystemFileHandle>

declare global {
  interface Window {
    /** Only in some browsers, and only in secure contexts. */
    readonly showSaveFilePicker?: ShowSaveFilePicker
  }
}

/**
 * Asks the user for a file and writes to it as the pieces come, so that a file of any size passes
 * through the page. To be called from a press: the browser asks for that. `cancelled` when the user
 * chose none; null where the browser cannot ask.
 */
export async function pickTarget(name: string): Promise<SaveTarget | 'cancelled' | null> {
  const { showSaveFilePicker } = window
  if (showSaveFilePicker === undefined) return null
  try {
    const handle = await showSaveFilePicker.call(window, { suggestedName: name })
    const file = await handle.createWritable()
    return {
      write: (piece) => file.write(piece),
      finish: () => file.close(),
      // What was there before stays: the pieces are in a file of their own until it is closed.
      discard: () => file.abort().catch(() => undefined),
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    // Forbidden by a policy or a platform: the file is saved as in browsers that cannot ask.
    return null
  }
}
