import { setTimeout as delay } from 'node:timers/promises'

/** Wrong tokens that one address may bring before its answers are slowed: enough for typing errors. */
export const FREE_GUESSES = 20
/** How long a wrong guess then waits for its answer. */
const SLOW_ANSWER_MS = 1000
/** Answers held back at once; a guess beyond them is turned away without being told anything. */
const MAX_SLOWED = 64
/** An address is forgotten this long after its last wrong guess. */
const FORGET_AFTER_MS = 15 * 60_000
/** Addresses remembered, oldest forgotten first: an attacker with many must not fill the memory. */
const MAX_ADDRESSES = 4096

interface Guesses {
  readonly count: number
  readonly last: number
}

/** Slows the guessing of tokens. Right tokens never come here. */
export class GuessLimit {
  readonly #guesses = new Map<string, Guesses>()
  #slowed = 0

  /**
   * Notes a wrong token and waits as long as its answer must. Resolves to `unauthorized`, or to
   * `too-many` when too many answers wait already. When `signal` is aborted nobody waits any longer.
   */
  async wrong(address: string, signal: AbortSignal): Promise<'unauthorized' | 'too-many'> {
    if (this.#note(address) <= FREE_GUESSES) return 'unauthorized'
    if (this.#slowed >= MAX_SLOWED) return 'too-many'
    this.#slowed += 1
    await waited(SLOW_ANSWER_MS, signal)
    this.#slowed -= 1
    return 'unauthorized'
  }

  #note(address: string): number {
    const now = Date.now()
    const before = this.#guesses.get(address)
    const count = before !== undefined && now - before.last < FORGET_AFTER_MS ? before.count + 1 : 1
    // Deleted first, so that the map stays in the order of the last guess.
    this.#guesses.delete(address)
    this.#guesses.set(address, { count, last: now })
    if (this.#guesses.size > MAX_ADDRESSES) {
      for (const oldest of this.#guesses.keys()) {
        this.#guesses.delete(oldest)
        break
      }
    }
    return count
  }
}

/** Resolves after the time, or when `signal` is aborted: to wait less is no failure here. */
function waited(ms: number, signal: AbortSignal): Promise<void> {
  return delay(ms, undefined, { signal }).catch(() => undefined)
}
