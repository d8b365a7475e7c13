import type { Row } from './row-source.ts'

/** Rows that are kept and forgotten together: about five screens. */
export const CHUNK_ROWS = 256
/** Chunks kept at most: 16 384 rows, some 3 MB of ordinary log text. */
export const MAX_CHUNKS = 64
/** Characters kept at most; reached before {@link MAX_CHUNKS} only by very long lines. */
export const MAX_CACHED_CHARACTERS = 16 * 1024 * 1024

interface Chunk {
  rows: (Row | undefined)[]
  /** What was shown before the last `expire`: still readable, but to be fetched again. */
  stale: (Row | undefined)[]
  characters: number
}

/** The rows that were read of one source, bounded, the least recently used forgotten first. */
export interface RowCache {
  peek(row: number): Row | undefined
  put(from: number, rows: readonly Row[]): void
  /** Whether the row was put since the last `expire`. */
  isFresh(row: number): boolean
  /** Rows in `[from, to)` are on the screen: never forgotten until the next call. */
  pin(from: number, to: number): void
  /** What stands there may have changed: it can be read until it is put again, and is not fresh. */
  expire(): void
  /** The same for one row. */
  expireRow(row: number): void
  dropBefore(row: number): void
  /** Forgets what stands at `row` and after it. */
  dropFrom(row: number): void
  clear(): void
  readonly chunks: number
}

export function createRowCache(): RowCache {
  // A Map keeps the order of insertion: its first key is the least recently used chunk.
  const chunks = new Map<number, Chunk>()
  let characters = 0
  let pinned = { from: 0, to: 0 }

  function touch(index: number): Chunk {
    const known = chunks.get(index)
    const chunk = known ?? { rows: [], stale: [], characters: 0 }
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
      const from = index * CHUNK_ROWS
      if (from >= pinned.to || from + CHUNK_ROWS <= pinned.from) forget(index)
    }
  }

  function cut(chunk: Chunk, length: number): void {
    const kept = { rows: chunk.rows.slice(0, length), stale: chunk.stale.slice(0, length) }
    let left = 0
    for (let at = 0; at < length; at += 1) {
      left += (kept.rows[at] ?? kept.stale[at])?.text.length ?? 0
    }
    characters += left - chunk.characters
    Object.assign(chunk, kept, { characters: left })
  }

  return {
    peek(row) {
      const chunk = chunks.get(Math.floor(row / CHUNK_ROWS))
      const at = row % CHUNK_ROWS
      return chunk?.rows[at] ?? chunk?.stale[at]
    },
    put(from, rows) {
      rows.forEach((next, offset) => {
        const row = from + offset
        const index = Math.floor(row / CHUNK_ROWS)
        const chunk =
          offset === 0 || row % CHUNK_ROWS === 0
            ? touch(index)
            : (chunks.get(index) ?? touch(index))
        const at = row % CHUNK_ROWS
        const old = chunk.rows[at] ?? chunk.stale[at]
        const grown = next.text.length - (old?.text.length ?? 0)
        chunk.rows[at] = next
        chunk.stale[at] = undefined
        chunk.characters += grown
        characters += grown
      })
      shrink()
    },
    isFresh: (row) =>
      chunks.get(Math.floor(row / CHUNK_ROWS))?.rows[row % CHUNK_ROWS] !== undefined,
    pin(from, to) {
      pinned = { from, to }
      const last = Math.floor((to - 1) / CHUNK_ROWS)
      for (let index = Math.floor(from / CHUNK_ROWS); index <= last; index += 1) {
        if (chunks.has(index)) touch(index)
      }
    },
    expire() {
      for (const chunk of chunks.values()) {
        const { rows, stale } = chunk
        chunk.stale = Array.from({ length: CHUNK_ROWS }, (_, at) => rows[at] ?? stale[at])
        chunk.rows = []
      }
    },
    expireRow(row) {
      const chunk = chunks.get(Math.floor(row / CHUNK_ROWS))
      const at = row % CHUNK_ROWS
      if (chunk?.rows[at] === undefined) return
      chunk.stale[at] = chunk.rows[at]
      chunk.rows[at] = undefined
    },
    dropBefore(row) {
      for (const index of [...chunks.keys()]) {
        if ((index + 1) * CHUNK_ROWS <= row) forget(index)
      }
    },
    dropFrom(row) {
      for (const [index, chunk] of [...chunks]) {
        if (index * CHUNK_ROWS >= row) forget(index)
        else if ((index + 1) * CHUNK_ROWS > row) cut(chunk, row - index * CHUNK_ROWS)
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
