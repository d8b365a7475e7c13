/** A page that is covered gets no frames: then nobody waits longer than this, in ms. */
const LATE_MS = 100

/**
 * Runs `run` once the next frame is on the screen: for what may come behind the lines, as words about
 * them. Where nothing is drawn in the task after this one. Returns the cancel.
 */
export function afterFrame(run: () => void): () => void {
  if (globalThis.document?.visibilityState !== 'visible') {
    const soon = setTimeout(run)
    return () => clearTimeout(soon)
  }
  let behind: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    clearTimeout(late)
    // What runs within a frame still belongs to it.
    behind = setTimeout(run)
  })
  const late = setTimeout(() => {
    cancelAnimationFrame(frame)
    run()
  }, LATE_MS)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(late)
    clearTimeout(behind)
  }
}
