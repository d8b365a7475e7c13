import type { Page } from '@playwright/test'

/** What a page tells of itself while it is watched. */
export interface Watched {
  /** Milliseconds between two frames, in order. */
  readonly frames: readonly number[]
  /** Milliseconds from the write of a stamped line until it was painted, for each that was seen. */
  readonly paints: readonly number[]
}

declare global {
  interface Window {
    rastroWatched?: { frames: number[]; paints: number[]; stop: () => void }
  }
}

/**
 * Begins to watch the frames of a page, and when lines with a stamp (`<milliseconds since 1970> ms`)
 * come onto its screen. A line counts as painted in the task after the frame that drew it.
 */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = []
    const paints: number[] = []
    const seen = new Set<string>()
    let last = performance.now()
    let on = true
    const frame = (): void => {
      const now = performance.now()
      frames.push(now - last)
      last = now
      if (on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    let fresh: string[] = []
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      const now = performance.timeOrigin + performance.now()
      for (const stamp of fresh) paints.push(now - Number(stamp))
      fresh = []
    }
    const look = (node: Node): void => {
      const stamp = /(\d{13}\.\d{3}) ms/.exec(node.textContent ?? '')?.[1]
      if (stamp === undefined || seen.has(stamp)) return
      seen.add(stamp)
      fresh.push(stamp)
    }
    const observer = new MutationObserver((changes) => {
      // A line can stand in several elements: its row has it whole.
      const rows = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest('[role="row"]'),
      )
      for (const row of new Set(rows)) if (row) look(row)
      if (fresh.length > 0) channel.port2.postMessage(null)
    })
    observer.observe(document.body, { characterData: true, childList: true, subtree: true })
    window.rastroWatched = {
      frames,
      paints,
      stop: () => {
        on = false
        observer.disconnect()
      },
    }
  })
}

/** Ends the watching and answers what was seen. */
export async function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { frames = [], paints = [], stop } = window.rastroWatched ?? {}
    stop?.()
    // The first one is the time since the watching began.
    return { frames: frames.slice(1), paints }
  })
}
