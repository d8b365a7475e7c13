/*
 * One path over time. It decides at every look what became of the file behind the path, drives the
 * generations and says what happened, in order. Longer than most files: the order of these steps is
 * the promise that nothing is lost, and it is easier to check in one place.
 */

import { assertNever } from '../../shared/assert-never.ts'
import type { Encoding } from '../../shared/encoding.ts'
import type { WaitReason } from '../../shared/protocol.ts'
import type { OwnLog } from '../own-log.ts'
import { classify, equalBytes, sameFile } from './file-change.ts'
import { type Advance, Generation } from './generation.ts'
import { inspectPath, type PathContent } from './inspect-path.ts'
import { openRegularFile } from './open-regular-file.ts'
import { PathWatch } from './path-watch.ts'
import { readFully } from './read-fully.ts'
import { rotatedSiblings } from './rotated-siblings.ts'
import { unseenRotations } from './unseen-rotations.ts'

/** Longest time between two looks, in ms: the floor under every watch that stays silent. */
const LOOK_INTERVAL_MS = 250

/**
 * How long a rotated file is read on after its last byte, in ms: writers reopen their log within a
 * second or two of the signal that logrotate sends.
 */
const DRAIN_MS = 3000

/** A path that is missing for less than this, in ms, is between the two halves of a rotation. */
const GONE_AFTER_MS = 500

/**
 * Timestamps of files move in steps of up to 10 ms. A file changed this recently (ms) is compared by
 * content even when its times look unchanged (the "racy" entries of git's index).
 */
const RACY_MS = 1000

/** What happened, in the order in which it is to be told. */
export type FollowerEvent =
  | { readonly kind: 'opened'; readonly generation: Generation }
  | { readonly kind: 'grew'; readonly generation: Generation; readonly bytes: Uint8Array | null }
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

interface Draining {
  readonly generation: Generation
  /** When it last gave bytes, performance.now(). */
  lastGrowth: number
}

export interface FollowerOptions {
  readonly path: string
  readonly ownLog: OwnLog
  readonly encoding: Encoding | null
  readonly onEvent: (event: FollowerEvent) => void
}

export class Follower {
  readonly path: string
  readonly #options: FollowerOptions
  readonly #watch: PathWatch
  readonly #timer: NodeJS.Timeout
  #encoding: Encoding | null
  #phase: FollowerPhase = { kind: 'opening' }
  #watchMode: 'events' | 'stat' = 'events'
  #current: Generation | null = null
  #draining: Draining[] = []
  /** When the path was first found empty, performance.now(); null while it leads to a file. */
  #missingSince: number | null = null
  #goneTold = false
  /** When the path last led to the current file, milliseconds since 1970. */
  #lastMatch = 0
  #lastSeen: { readonly size: number; readonly changed: bigint } | null = null
  #epochs = new Map<string, number>()
  #looking: Promise<void> | null = null
  #lookAgain = false
  #lastFailure = ''
  #closed = false

  constructor(options: FollowerOptions) {
    this.path = options.path
    this.#options = options
    this.#encoding = options.encoding
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
    this.#encoding = encoding
    await this.#looking
    await this.#current?.changeEncoding(encoding)
  }

  /** Stops looking. The generations belong to the listener, who closes them. */
  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#watch.close()
    await this.#looking
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
    const lookedAt = Date.now()
    const content = await inspectPath(this.path)
    // Only now: bytes that the old file got before the new one appeared come before the new ones.
    await this.#drain()
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
    const generation = await this.#open(0)
    if (!(generation instanceof Generation)) {
      this.#setPhase({ kind: 'waiting', reason: generation })
      return
    }
    this.#lastMatch = Date.now()
    if (isHistory) await generation.skipExisting(Number(content.stats.size))
    this.#becomeCurrent(generation)
    await this.#advance(generation)
  }

  async #compare(current: Generation, content: PathContent, lookedAt: number): Promise<void> {
    if (content.kind === 'absent') return this.#pathGone(current, content.reason)
    if (!sameFile(content.identity, current.identity)) return this.#rotate(current)
    this.#pathBack()
    this.#lastMatch = lookedAt
    const size = Number(content.stats.size)
    if (size > current.size && (await this.#advance(current)) !== 'changed') return
    const changed = content.stats.ctimeNs
    const unchanged = size === current.size && this.#lastSeen?.changed === changed
    const racy = Date.now() - Number(changed / 1_000_000n) < RACY_MS
    if (unchanged && this.#lastSeen?.size === size && !racy) return
    this.#lastSeen = { size, changed }
    const change = classify(current.known(size), await current.observe(size))
    switch (change.kind) {
      case 'same':
      case 'grew':
        return
      case 'truncated':
        return this.#truncate(current, change.keptBytes)
      case 'replaced':
      case 'gone':
        // The next look sees it on the path; here the handle was looked at.
        return
      default:
        assertNever(change, 'file change')
    }
  }

  async #pathGone(current: Generation, reason: WaitReason): Promise<void> {
    const now = performance.now()
    this.#missingSince ??= now
    await this.#advance(current)
    if (!this.#goneTold && now - this.#missingSince >= GONE_AFTER_MS) {
      this.#goneTold = true
      this.#tell({ kind: 'gone', reason })
    }
    if (this.#goneTold) this.#setPhase({ kind: 'waiting', reason })
  }

  #pathBack(): void {
    this.#missingSince = null
    if (this.#goneTold) {
      this.#goneTold = false
      this.#tell({ kind: 'back' })
    }
    this.#setPhase({ kind: 'following' })
  }

  async #rotate(old: Generation): Promise<void> {
    const lastMatch = this.#lastMatch
    const next = await this.#open(0)
    this.#lastMatch = Date.now()
    if (!(next instanceof Generation)) return this.#pathGone(old, next)
    if (sameFile(next.identity, old.identity)) {
      // The name came back to the file that is being read.
      await next.close()
      return
    }
    await this.#advance(old)
    this.#pathBack()
    const unseen = await this.#openUnseen(old, next, lastMatch)
    this.#draining.push({ generation: old, lastGrowth: performance.now() })
    for (const between of unseen) {
      this.#tell({ kind: 'rotated' })
      this.#tell({ kind: 'opened', generation: between })
      await this.#advance(between)
      this.#draining.push({ generation: between, lastGrowth: performance.now() })
    }
    this.#tell({ kind: 'rotated' })
    this.#becomeCurrent(next)
    await this.#advance(next)
  }

  async #openUnseen(old: Generation, next: Generation, lastMatch: number): Promise<Generation[]> {
    const unseen: Generation[] = []
    for (const path of await unseenRotations(this.path, old.identity, lastMatch)) {
      const generation = await this.#open(0, path)
      if (!(generation instanceof Generation)) continue
      const known = [old, next, ...unseen, ...this.#draining.map((each) => each.generation)]
      if (await this.#isOneOf(generation, known)) await generation.close()
      else unseen.push(generation)
    }
    return unseen
  }

  /** Whether a file is one of these or a copy of one (a backup made meanwhile). */
  async #isOneOf(candidate: Generation, known: readonly Generation[]): Promise<boolean> {
    for (const each of known) {
      if (sameFile(each.identity, candidate.identity)) return true
      if (each.head.length > 0 && (await candidate.startsWith(each.head))) return true
    }
    return false
  }

  async #truncate(old: Generation, keptBytes: number): Promise<void> {
    const next = await this.#open(keptBytes)
    const first: Uint8Array[] = []
    // Before anything else: a log that is rewritten in place may be rewritten again at once.
    if (next instanceof Generation) await next.advance((bytes) => first.push(bytes))
    const copied = keptBytes === 0 && (await this.#adoptCopy(old))
    if (!copied) await old.close()
    this.#finish(old)
    this.#tell({ kind: 'truncated' })
    if (!(next instanceof Generation)) {
      // Gone again already: what comes is a new file, and the old one is done.
      this.#current = null
      this.#setPhase({ kind: 'waiting', reason: next })
      return
    }
    this.#lastMatch = Date.now()
    this.#becomeCurrent(next)
    for (const bytes of first) this.#tell({ kind: 'grew', generation: next, bytes })
    this.#lookAgain = true
  }

  /**
   * After copytruncate the old lines live on in the copy, with what was written between our last
   * read and the copy. Answers whether one was found.
   */
  async #adoptCopy(old: Generation): Promise<boolean> {
    if (old.head.length === 0) return false
    for (const sibling of await rotatedSiblings(this.path)) {
      if (sibling.size < old.size || sameFile(sibling.identity, old.identity)) continue
      const opened = await openRegularFile(sibling.path)
      if (opened.kind === 'refused') continue
      const { beforeProbe } = old.known(old.size)
      const start = old.size - (beforeProbe?.length ?? 0)
      const there = await readFully(opened.handle, start, beforeProbe?.length ?? 0)
      const isCopy =
        equalBytes(opened.head.subarray(0, old.head.length), old.head) &&
        (beforeProbe === null || equalBytes(there, beforeProbe))
      if (isCopy) {
        await old.adopt(opened.handle)
        await this.#advance(old)
        return true
      }
      await opened.handle.close()
    }
    return false
  }

  async #drain(): Promise<void> {
    for (const each of this.#draining) {
      const now = performance.now()
      const result = await this.#advance(each.generation)
      if (result === 'grew' || result === 'more') each.lastGrowth = now
      else if (now - each.lastGrowth >= DRAIN_MS) {
        this.#finish(each.generation)
        this.#draining = this.#draining.filter((other) => other !== each)
      }
    }
  }

  /** The generation that starts in the file at `path`, or why it cannot be read. */
  async #open(from: number, path: string = this.path): Promise<Generation | WaitReason> {
    const opened = await openRegularFile(path)
    if (opened.kind === 'refused') return opened.reason
    const key = `${opened.identity.device}.${opened.identity.inode}`
    const epoch = this.#epochs.get(key) ?? 0
    this.#epochs.set(key, epoch + 1)
    const generation: Generation = new Generation(
      {
        handle: opened.handle,
        identity: opened.identity,
        head: opened.head,
        epoch,
        from: Math.min(from, opened.size),
        encoding: this.#encoding,
      },
      () => this.#tell({ kind: 'indexed', generation }),
    )
    return generation
  }

  #becomeCurrent(generation: Generation): void {
    this.#current = generation
    this.#lastSeen = null
    this.#missingSince = null
    this.#tell({ kind: 'opened', generation })
    this.#setPhase({ kind: 'following' })
  }

  async #advance(generation: Generation): Promise<Advance> {
    const result = await generation.advance((bytes) => {
      this.#tell({ kind: 'grew', generation, bytes })
    })
    if (result === 'more') this.#lookAgain = true
    return result
  }

  #finish(generation: Generation): void {
    const before = generation.finished
    generation.finish()
    if (generation.finished !== before) this.#tell({ kind: 'grew', generation, bytes: null })
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
