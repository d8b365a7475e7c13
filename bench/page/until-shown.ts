import type { Page } from '@playwright/test'

/** What is waited for: of the elements that `selector` names and that are on the screen … */
export interface Wanted {
  readonly selector: string
  /** … one has this text, */
  readonly has?: string
  /** … there are some, and all have this text, */
  readonly all?: string
  /** … one does not have this text. */
  readonly lacks?: string
}

/**
 * Presses a key on a page at rest and answers the milliseconds until what is wanted is painted; measured in the page,
 * from the press on. Throws after `patienceMs`.
 */
export async function pressUntilShown(
  page: Page,
  key: string,
  wanted: Wanted,
  patienceMs = 10_000,
): Promise<number> {
  await page.evaluate(
    ({ selector, has, all, lacks, patience }) => {
      const isShown = (): boolean => {
        const texts = [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((element) => element.offsetParent !== null && !element.hidden)
          .map((element) => element.textContent ?? '')
          // A row whose line is still on its way.
          .filter((text) => text !== '')
        if (has !== undefined) return texts.some((text) => text.includes(has))
        if (lacks !== undefined) return texts.some((text) => !text.includes(lacks))
        return texts.length > 0 && texts.every((text) => text.includes(all ?? ''))
      }
      window.rastroShown = new Promise((resolve, reject) => {
        const begin = (event: Event): void => {
          const start = event.timeStamp
          // In the task behind each frame: what is there then was painted in it.
          const painted = new MessageChannel()
          const look = (): void => {
            requestAnimationFrame(() => painted.port2.postMessage(null))
          }
          painted.port1.onmessage = () => {
            if (isShown()) resolve(performance.now() - start)
            else if (performance.now() - start < patience) look()
            else reject(new Error(`${selector} did not show what was wanted.`))
          }
          look()
        }
        window.addEventListener('keydown', begin, { once: true, capture: true })
      })
    },
    { ...wanted, patience: patienceMs },
  )
  await untilAtRest(page)
  await page.keyboard.press(key)
  return page.evaluate(() => window.rastroShown ?? Promise.reject(new Error('Nothing was asked.')))
}

/** What the key before set off is drawn: nobody presses two keys within one frame. */
async function untilAtRest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
      }),
  )
}

declare global {
  interface Window {
    rastroShown?: Promise<number>
  }
}
