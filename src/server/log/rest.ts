import { setTimeout as delay } from 'node:timers/promises'

/** A pause that others make for somebody who goes on by himself after it. */
export class Rest {
  /** performance.now(). */
  #until = 0

  begin(ms: number): void {
    this.#until = performance.now() + ms
  }

  /** Resolves when it is over; null when it is, or never was. */
  readonly turn = (): Promise<void> | null => {
    const left = this.#until - performance.now()
    return left > 0 ? delay(left, undefined, { ref: false }) : null
  }
}
