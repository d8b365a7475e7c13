import type { Page } from '@playwright/test'

/** What is waited for: of the elements that `selector` names and that are on the screen … */
export interface Wanted {
  readonly selector: string
  /** … one has this text, or any, */
  readonly has: string
  /** … and the numbers of their lines follow one another, or there are others between them. */
  readonly numbers?: 'all' | 'some'
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
    ({ selector, has, numbers, patience }) => {
      const numberOf = (element: HTMLElement): number => {
        const cell = element.closest('[role="row"]')?.querySelector('.log-row-number')
        return Number(cell?.textContent?.replace(/\D/g, ''))
      }
      const isShown = (): boolean => {
        const shown = [...document.querySelectorAll<HTMLElement>(selector)]
          .filter((element) => element.offsetParent !== null && !element.hidden)
          // A row whose line is still on its way has none.
          .filter((element) => element.textContent !== '')
        if (!shown.some((element) => element.textContent?.includes(has))) return false
        if (numbers === undefined) return true
        const lines = shown.map(numberOf)
        const isWhole = Math.max(...lines) - Math.min(...lines) === lines.length - 1
        return isWhole === (numbers === 'all')
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
