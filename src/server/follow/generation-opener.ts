import type { Encoding } from '../../shared/encoding.ts'
import type { WaitReason } from '../../shared/protocol.ts'
import type { Engine } from '../engine/engine.ts'
import type { KeptIndexes } from '../engine/kept-index/kept-indexes.ts'
import { type FileIdentity, sameFile } from './file-change.ts'
import { Generation } from './generation.ts'
import { openRegularFile } from './open-regular-file.ts'

/** Inodes whose incarnations are counted: only those of files that are still held matter. */
const MAX_INODES = 100

export interface GenerationOpenerOptions {
  /** The log's path. */
  readonly path: string
  /** Chosen by the user; null to find it by the byte order mark. */
  readonly encoding: Encoding | null
  readonly engine: Engine
  readonly keptIndexes: KeptIndexes | null
  /** The folder that no link may lead out of; null for a path that the user named himself. */
  readonly within: string | null
  readonly onIndexed: (generation: Generation) => void
}

/** Opens the generations of one log: it counts how often each inode was begun anew. */
export class GenerationOpener {
  readonly #options: GenerationOpenerOptions
  readonly #epochs = new Map<string, number>()
  #opened: Generation[] = []
  /** The encoding that was chosen; null to find it by the byte order mark. */
  encoding: Encoding | null

  constructor(options: GenerationOpenerOptions) {
    this.encoding = options.encoding
    this.#options = options
  }

  /** The generation that starts at byte `from` of the file at `path`, or why it cannot be read. */
  async open(
    path: string,
    from: number,
    within = this.#options.within,
  ): Promise<Generation | WaitReason> {
    const opened = await openRegularFile(path, within)
    if (opened.kind === 'refused') return opened.reason
    const { handle, identity, head, size, local } = opened
    const { engine, keptIndexes: indexes, onIndexed } = this.#options
    const epoch = this.#nextEpoch(`${identity.device}.${identity.inode}`)
    const start = {
      handle,
      identity,
      head,
      local,
      engine,
      // Rotated files are kept beside their log: they are found by their inode.
      kept: indexes && { indexes, path: this.#options.path },
      epoch,
      from: Math.min(from, size),
      encoding: this.encoding,
    }
    const generation: Generation = new Generation(start, () => onIndexed(generation))
    this.#opened = [...this.#opened.filter((each) => each.held), generation]
    return generation
  }

  /**
   * The generation that begins in the file of `old`, at byte `from`: that file was truncated, and
   * maybe renamed since.
   */
  async reopen(path: string, old: Generation, from: number): Promise<Generation | WaitReason> {
    // The path of a handle leads to the file that was let in already, wherever that was moved.
    const next =
      old.file.path === null
        ? await this.open(path, from)
        : await this.open(old.file.path, from, null)
    if (!(next instanceof Generation) || sameFile(next.identity, old.identity)) return next
    await next.close()
    return 'missing'
  }

  /** Whether one of the generations that were opened reads from this file. */
  reads(identity: FileIdentity): boolean {
    return this.#opened.some((generation) => generation.file.is(identity))
  }

  #nextEpoch(inode: string): number {
    const epoch = this.#epochs.get(inode) ?? 0
    // Put at the end again: the first ones are those that were longest unused.
    this.#epochs.delete(inode)
    this.#epochs.set(inode, epoch + 1)
    for (const oldest of this.#epochs.keys()) {
      if (this.#epochs.size <= MAX_INODES) break
      this.#epochs.delete(oldest)
    }
    return epoch
  }
}
