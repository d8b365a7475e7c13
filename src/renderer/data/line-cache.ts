import type { LineText } from '../../shared/protocol.ts'

/** Lines that are kept and forgotten together: about five screens. */
export const CHUNK_LINES = 256
/** Chunks kept at most: 16 384 lines, some 3 MB of ordinary log text. */
export const MAX_CHUNKS = 64
/** Characters kept at most; reached before {@link MAX_CHUNKS} only by very long lines. */
export const MAX_CACHED_CHARACTERS = 16 * 1024 * 1024

interface Chunk {
  lines: (LineText | undefined)[]
  /** What was shown before the last `expire`: still readable, but to be fetched again. */
  stale: (LineText | undefined)[]
  characters: number
}

/** The lines that were read of one log, bounded, the least recently used forgotten first. */
export interface LineCache {
  peek(line: number): LineText | undefined
  put(from: number, lines: readonly LineText[]): void
  /** Whether the line was put since the last `expire`. */
  isFresh(line: number): boolean
  /** Lines in `[from, to)` are on the screen: never forgotten until the next call. */
  pin(from: number, to: number): void
  /** The text may have changed: it can be read until it is put again, and is not fresh. */
  expire(): void
  dropBefore(line: number): void
  clear(): void
  readonly chunks: number
}

export function createLineCache(): LineCache {
  // A Map keeps the order of insertion: its first key is the least recently used chunk.
  const chunks = new Map<number, Chunk>()
  let characters = 0
  let pinned = { from: 0, to: 0 }

  function touch(index: number): Chunk {
    const known = chunks.get(index)
    const chunk = known ?? { lines: [], stale: [], characters: 0 }
    chunks.delete(index)
    chunks.set(index, chunk)
    return chunk
  }

  function forget(index: number): void {
    characters -= chunks.get(index)?.characters ?? 0
    chunks.delete(index)
  }

  function shrink(): void {
    for (const index of chunks.keys()) {
      if (chunks.size <= MAX_CHUNKS && characters <= MAX_CACHED_CHARACTERS) return
      const from = index * CHUNK_LINES
      if (from >= pinned.to || from + CHUNK_LINES <= pinned.from) forget(index)
    }
  }

  return {
    peek(line) {
      const chunk = chunks.get(Math.floor(line / CHUNK_LINES))
      const at = line % CHUNK_LINES
      return chunk?.lines[at] ?? chunk?.stale[at]
    },
    put(from, lines) {
      lines.forEach((text, offset) => {
        const line = from + offset
        const index = Math.floor(line / CHUNK_LINES)
        const chunk =
          offset === 0 || line % CHUNK_LINES === 0
            ? touch(index)
            : (chunks.get(index) ?? touch(index))
        const at = line % CHUNK_LINES
        const old = chunk.lines[at] ?? chunk.stale[at]
        const grown = text.text.length - (old?.text.length ?? 0)
        chunk.lines[at] = text
        chunk.stale[at] = undefined
        chunk.characters += grown
        characters += grown
      })
      shrink()
    },
    isFresh: (line) =>
      chunks.get(Math.floor(line / CHUNK_LINES))?.lines[line % CHUNK_LINES] !== undefined,
    pin(from, to) {
      pinned = { from, to }
      const last = Math.floor((to - 1) / CHUNK_LINES)
      for (let index = Math.floor(from / CHUNK_LINES); index <= last; index += 1) {
        if (chunks.has(index)) touch(index)
      }
    },
    expire() {
      for (const chunk of chunks.values()) {
        const { lines, stale } = chunk
        chunk.stale = Array.from({ length: CHUNK_LINES }, (_, at) => lines[at] ?? stale[at])
        chunk.lines = []
      }
    },
    dropBefore(line) {
      for (const index of [...chunks.keys()]) {
        if ((index + 1) * CHUNK_LINES <= line) forget(index)
      }
    },
    clear() {
      chunks.clear()
      characters = 0
    },
    get chunks() {
      return chunks.size
    },
  }
}
