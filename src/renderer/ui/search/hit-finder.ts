import type { Hit } from './find-hits.ts'
import type { HitMessage, HitQuestion } from './hit-messages.ts'
import type { HitPattern } from './hit-pattern.ts'

/**
 * How long one text may take, in ms: the patterns people type need under one for a line of 16 KiB, and
 * a thread of a busy machine may wait for its turn.
 */
const DEADLINE_MS = 250

/** Texts that may miss the deadline; with more of them the pattern is given up. */
const MAX_MISSES = 3

/** Characters of texts whose hits are kept: all rows of several screens, or four lines at their longest. */
const MAX_KEPT_CHARACTERS = 512 * 1024

/** Texts that wait at most; the oldest have left the screen long ago. */
const MAX_WAITING = 256

/** No line's hits. */
const NOTHING: readonly Hit[] = []

/** A thread that finds hits, as a Web Worker is one. */
export interface HitThread {
  ask(question: HitQuestion): void
  /** Called with everything it says. */
  listen(listener: (message: HitMessage) => void): void
  /** Ends it at once, whatever it does. */
  end(): void
}

export interface HitFinderOptions {
  readonly pattern: HitPattern
  readonly startThread: () => HitThread
  /** There are hits that were not there before. */
  readonly onFound: () => void
  /** The pattern takes too long: nothing more is looked for. */
  readonly onRunaway: () => void
}

/**
 * Finds the hits of a pattern of the user in a thread that can be ended: such a pattern may backtrack
 * for ever. Owns that thread.
 */
export class HitFinder {
  readonly #options: HitFinderOptions
  /** The longest unasked first. */
  readonly #known = new Map<string, readonly Hit[]>()
  #knownCharacters = 0
  readonly #waiting = new Set<string>()
  #asked: readonly string[] = []
  #answered = 0
  #thread: HitThread | null = null
  #isReady = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #misses = 0
  #closed = false

  constructor(options: HitFinderOptions) {
    this.#options = options
  }

  /** The hits of a text as far as they are known; when they are not, they are looked for. */
  hitsOf(text: string): readonly Hit[] {
    const known = this.#known.get(text)
    if (known !== undefined) {
      this.#known.delete(text)
      this.#known.set(text, known)
      return known
    }
    if (!this.#closed && text !== '') this.#wait(text)
    return NOTHING
  }

  close(): void {
    this.#closed = true
    this.#waiting.clear()
    this.#endThread()
  }

  #wait(text: string): void {
    if (this.#asked.includes(text)) return
    this.#waiting.add(text)
    for (const oldest of this.#waiting) {
      if (this.#waiting.size <= MAX_WAITING) break
      this.#waiting.delete(oldest)
    }
    // One question for all the rows that are drawn in this turn.
    queueMicrotask(() => this.#ask())
  }

  #ask(): void {
    if (this.#closed || this.#asked.length > 0 || this.#waiting.size === 0) return
    if (this.#thread === null) this.#start()
    if (!this.#isReady) return
    this.#asked = [...this.#waiting]
    this.#answered = 0
    this.#waiting.clear()
    this.#thread?.ask({ pattern: this.#options.pattern, texts: this.#asked })
    this.#watch()
  }

  #start(): void {
    const thread = this.#options.startThread()
    this.#thread = thread
    this.#isReady = false
    thread.listen((message) => {
      if (thread === this.#thread) this.#hear(message)
    })
  }

  #hear(message: HitMessage): void {
    if (message.kind === 'ready') {
      this.#isReady = true
      this.#ask()
      return
    }
    this.#keep(this.#asked[message.text] ?? '', message.hits)
    this.#answered = message.text + 1
    this.#watch()
    if (this.#answered === this.#asked.length) this.#finish()
  }

  #finish(): void {
    const found = this.#answered > 0
    clearTimeout(this.#timer)
    this.#asked = []
    if (found) this.#options.onFound()
    this.#ask()
  }

  #watch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#miss(), DEADLINE_MS)
  }

  /** The text that is looked at takes too long: the others get another thread. */
  #miss(): void {
    this.#endThread()
    this.#misses += 1
    this.#keep(this.#asked[this.#answered] ?? '', NOTHING)
    if (this.#misses > MAX_MISSES) {
      this.close()
      this.#options.onRunaway()
      return
    }
    for (const text of this.#asked.slice(this.#answered + 1)) this.#waiting.add(text)
    this.#finish()
  }

  #endThread(): void {
    clearTimeout(this.#timer)
    this.#thread?.end()
    this.#thread = null
    this.#isReady = false
  }

  #keep(text: string, hits: readonly Hit[]): void {
    this.#known.set(text, hits)
    this.#knownCharacters += text.length
    for (const oldest of this.#known.keys()) {
      if (this.#knownCharacters <= MAX_KEPT_CHARACTERS) break
      this.#known.delete(oldest)
      this.#knownCharacters -= oldest.length
    }
  }
}
