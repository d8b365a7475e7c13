/*
 * One path over time. It decides at every look what became of the file behind the path, drives the
 * generations and says what happened, in order. Longer than most files: the order of these steps is
 * the promise that nothing is lost, and it is easier to check in one place.
 */

import { assertNever } from '../../shared/assert-never.ts'
import type { Encoding } from '../../shared/encoding.ts'
import type { WaitReason } from '../../shared/protocol.ts'
import type { Engine } from '../engine/engine.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import type { OwnLog } from '../own-log.ts'
import { type Advance, Advancer } from './advancer.ts'
import { Draining } from './draining.ts'
import { knownOf, observe } from './evidence.ts'
import { classify, sameFile } from './file-change.ts'
import { findCopy } from './find-copy.ts'
import { Generation, type Grown } from './generation.ts'
import { GenerationOpener } from './generation-opener.ts'
import { inspectPath, type PathContent } from './inspect-path.ts'
import { openUnseen } from './open-unseen.ts'
import { PathWatch } from './path-watch.ts'
import { createPresence } from './presence.ts'

/** Longest time between two looks, in ms: the floor under every watch that stays silent. */
const LOOK_INTERVAL_MS = 250

/**
 * Timestamps of files move in steps of up to 10 ms. A file changed this recently (ms) is compared by
 * content even when its times look unchanged (the "racy" entries of git's index).
 */
const RACY_MS = 1000

/** What happened, in the order in which it is to be told. */
export type FollowerEvent =
  | { readonly kind: 'opened'; readonly generation: Generation }
  /** `grown` is null when no byte came: a last line without a line feed became one of its own. */
  | { readonly kind: 'grew'; readonly generation: Generation; readonly grown: Grown | null }
  | { readonly kind: 'indexed'; readonly generation: Generation }
  | { readonly kind: 'rotated' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'gone'; readonly reason: WaitReason }
  | { readonly kind: 'back' }
  /** The phase or the way of watching changed. */
  | { readonly kind: 'phase' }

export type FollowerPhase =
  | { readonly kind: 'opening' }
  | { readonly kind: 'following' }
  | { readonly kind: 'waiting'; readonly reason: WaitReason }

export interface FollowerOptions {
  readonly path: string
  readonly engine: Engine
  /** Where the indexes of its files are kept; left out, none is. */
  readonly keptIndexes?: KeptIndexes | null
  readonly ownLog: OwnLog
  readonly encoding: Encoding | null
  /** The folder that no link may lead out of; left out, the path is followed wherever it leads. */
  readonly within?: string | null
  readonly onEvent: (event: FollowerEvent) => void
}

export class Follower {
  readonly path: string
  readonly #options: FollowerOptions
  readonly #watch: PathWatch
  readonly #timer: NodeJS.Timeout
  readonly #opener: GenerationOpener
  readonly #advancer = new Advancer()
  readonly #draining = new Draining()
  readonly #presence = createPresence()
  #phase: FollowerPhase = { kind: 'opening' }
  #watchMode: 'events' | 'stat' = 'events'
  #current: Generation | null = null
  /** When the path last led to the current file, milliseconds since 1970. */
  #lastMatch = 0
  /** The time of the last change of the current file that was looked at, in ns. */
  #lastChange: bigint | null = null
  #looking: Promise<void> | null = null
  #lookAgain = false
  #lastFailure = ''
  #closed = false

  constructor(options: FollowerOptions) {
    this.path = options.path
    this.#options = options
    this.#opener = new GenerationOpener({
      ...options,
      keptIndexes: options.keptIndexes ?? null,
      within: options.within ?? null,
      onIndexed: (generation) => this.#tell({ kind: 'indexed', generation }),
    })
    this.#watch = new PathWatch(
      options.path,
      () => this.look(),
      (code) => this.#watchFailed(code),
    )
    this.#timer = setInterval(() => this.look(), LOOK_INTERVAL_MS)
    this.look()
  }

  get phase(): FollowerPhase {
    return this.#phase
  }

  get watchMode(): 'events' | 'stat' {
    return this.#watchMode
  }

  get current(): Generation | null {
    return this.#current
  }

  /** Looks at the path now, or once more when a look is under way. */
  look(): void {
    if (this.#closed) return
    if (this.#looking !== null) {
      this.#lookAgain = true
      return
    }
    this.#looking = this.#lookUntilQuiet().finally(() => {
      this.#looking = null
      // A hint that came after the last look of the loop and before this line.
      if (this.#lookAgain) this.look()
    })
  }

  /** The look that is under way or, without one, a fresh one. */
  async looked(): Promise<void> {
    this.look()
    await this.#looking
  }

  /** Reads what is there again, and what comes, as `encoding`. */
  async changeEncoding(encoding: Encoding): Promise<void> {
    this.#opener.encoding = encoding
    await this.#looking
    await this.#current?.changeEncoding(encoding)
  }

  /** Stops looking and closes what is still read. The generations before belong to the listener. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#watch.close()
    await this.#looking
    const reading = [...this.#draining.generations, ...(this.#current ? [this.#current] : [])]
    await Promise.all(reading.map((generation) => generation.close()))
  }

  async #lookUntilQuiet(): Promise<void> {
    do {
      this.#lookAgain = false
      try {
        await this.#lookOnce()
      } catch (error) {
        // The file behaved in a way that no case foresees; the next look starts afresh.
        this.#lookFailed(String(error))
        return
      }
    } while (this.#lookAgain && !this.#closed)
  }

  async #lookOnce(): Promise<void> {
    // First what is there to read: a line is on its way before the path is looked at.
    if (this.#current !== null) await this.#readOn(this.#current)
    const lookedAt = Date.now()
    const content = await inspectPath(this.path)
    // Only now: bytes that the old file got before the new one appeared come before the new ones.
    await this.#draining.drain(
      async (generation) => {
        const result = await this.#advance(generation)
        return result === 'grew' || result === 'more' ? 'grew' : 'quiet'
      },
      (generation) => this.#finish(generation),
    )
    if (this.#current === null) return this.#openFirst(content)
    return this.#compare(this.#current, content, lookedAt)
  }

  async #openFirst(content: PathContent): Promise<void> {
    if (content.kind === 'absent') {
      this.#setPhase({ kind: 'waiting', reason: content.reason })
      return
    }
    // What stands in the file when Rastro starts is history; a file that appears later is new.
    const isHistory = this.#phase.kind === 'opening'
    // Taken before: what is born from here on and is not what gets opened came after it.
    const openedAt = Date.now()
    const generation = await this.#opener.open(this.path, 0)
    if (!(generation instanceof Generation)) {
      this.#setPhase({ kind: 'waiting', reason: generation })
      return
    }
    this.#lastMatch = openedAt
    if (isHistory) await generation.skipExisting(Number(content.stats.size))
    this.#becomeCurrent(generation)
    if (isHistory) this.#tellBegun(generation)
    await this.#advance(generation)
  }

  /** The last line is new when it was only begun before: whoever reads on needs its beginning. */
  #tellBegun(generation: Generation): void {
    const { finished: from, size: to } = generation
    const bytes = from < to ? generation.recent(from) : null
    if (bytes !== null) this.#tell({ kind: 'grew', generation, grown: { from, to, bytes } })
  }

  async #compare(current: Generation, content: PathContent, lookedAt: number): Promise<void> {
    if (content.kind === 'absent') return this.#pathGone(current, content.reason)
    if (!sameFile(content.identity, current.identity)) return this.#rotate(current)
    this.#pathBack()
    this.#lastMatch = lookedAt
  }

  /** Reads what is new, and looks whether the file still is the one that was read so far. */
  async #readOn(current: Generation): Promise<void> {
    const result = await this.#advance(current)
    await this.#verify(current, result === 'changed')
  }

  /**
   * Looks whether the file that is read still is what was read of it, whatever its path leads to: it
   * can have been truncated, written to and renamed since the last look.
   */
  async #verify(current: Generation, changed: boolean): Promise<void> {
    const stats = await current.stats()
    if (stats === null) return
    const size = Number(stats.size)
    const unchanged = size === current.size && this.#lastChange === stats.ctimeNs
    const racy = Date.now() - Number(stats.ctimeNs / 1_000_000n) < RACY_MS
    if (unchanged && !changed && !racy) return
    this.#lastChange = stats.ctimeNs
    const change = classify(knownOf(current, size), await observe(current, size))
    switch (change.kind) {
      case 'same':
      case 'grew':
        return
      case 'truncated':
        return this.#truncate(current, change.keptBytes)
      case 'replaced':
      case 'gone':
        // The handle always leads to the same file; what the path leads to is looked at after this.
        return
      default:
        assertNever(change, 'file change')
    }
  }

  async #pathGone(current: Generation, reason: WaitReason): Promise<void> {
    await this.#readOn(current)
    if (this.#presence.missing(performance.now())) this.#tell({ kind: 'gone', reason })
    if (this.#presence.gone) this.#setPhase({ kind: 'waiting', reason })
  }

  #pathBack(): void {
    if (this.#presence.present()) this.#tell({ kind: 'back' })
    this.#setPhase({ kind: 'following' })
  }

  async #rotate(old: Generation): Promise<void> {
    const openedAt = Date.now()
    const next = await this.#opener.open(this.path, 0)
    if (!(next instanceof Generation)) return this.#pathGone(old, next)
    if (sameFile(next.identity, old.identity)) {
      // The name came back to the file that is being read.
      await next.close()
      return
    }
    // Both can have happened since this look began: first truncated, then renamed.
    await this.#readOn(old)
    if (this.#current !== old) {
      await next.close()
      this.#lookAgain = true
      return
    }
    this.#pathBack()
    const unseen = await openUnseen(this.#opener, this.path, old, this.#lastMatch)
    this.#draining.add(old)
    for (const between of unseen) {
      this.#tell({ kind: 'rotated' })
      this.#tell({ kind: 'opened', generation: between })
      await this.#advance(between)
      this.#draining.add(between)
    }
    this.#tell({ kind: 'rotated' })
    this.#lastMatch = openedAt
    this.#becomeCurrent(next)
    await this.#advance(next)
  }

  async #truncate(old: Generation, keptBytes: number): Promise<void> {
    const next = await this.#opener.reopen(this.path, old, keptBytes)
    const first: Grown[] = []
    // Before anything else: a log that is rewritten in place may be rewritten again at once.
    if (next instanceof Generation) await this.#advancer.advance(next, (grown) => first.push(grown))
    const copy = keptBytes === 0 ? await findCopy(this.path, old) : null
    if (copy === null) await old.close()
    else {
      await old.adopt(copy)
      await this.#advance(old)
    }
    this.#finish(old)
    this.#tell({ kind: 'truncated' })
    if (!(next instanceof Generation)) {
      // Gone again already: what comes is a new file, and the old one is done.
      this.#current = null
      this.#setPhase({ kind: 'waiting', reason: next })
      return
    }
    this.#becomeCurrent(next)
    for (const grown of first) this.#tell({ kind: 'grew', generation: next, grown })
    this.#lookAgain = true
  }

  #becomeCurrent(generation: Generation): void {
    this.#current = generation
    this.#lastChange = null
    this.#tell({ kind: 'opened', generation })
    this.#setPhase({ kind: 'following' })
  }

  async #advance(generation: Generation): Promise<Advance> {
    const result = await this.#advancer.advance(generation, (grown) => {
      this.#tell({ kind: 'grew', generation, grown })
    })
    if (result === 'more') this.#lookAgain = true
    return result
  }

  #finish(generation: Generation): void {
    const before = generation.finished
    generation.finish()
    if (generation.finished !== before) this.#tell({ kind: 'grew', generation, grown: null })
  }

  #setPhase(phase: FollowerPhase): void {
    const same =
      phase.kind === this.#phase.kind &&
      (phase.kind !== 'waiting' ||
        (this.#phase.kind === 'waiting' && phase.reason === this.#phase.reason))
    this.#phase = phase
    if (!same) this.#tell({ kind: 'phase' })
  }

  /** Says it once per reason: the next look is a quarter of a second away. */
  #lookFailed(error: string): void {
    if (error === this.#lastFailure) return
    this.#lastFailure = error
    this.#options.ownLog.error('Looking at a log failed.', { path: this.path, error })
  }

  #watchFailed(code: string): void {
    this.#watchMode = 'stat'
    this.#options.ownLog.warn(
      'The system refuses to watch this log; it is looked at by the clock.',
      {
        path: this.path,
        code,
      },
    )
    this.#tell({ kind: 'phase' })
  }

  #tell(event: FollowerEvent): void {
    if (!this.#closed) this.#options.onEvent(event)
  }
}
