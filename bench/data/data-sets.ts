import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { formatSize } from '../format-size.ts'
import { BLOCK_BYTES, type DataKind, makeBlock } from './block.ts'
import { createDataLayout, type DataLayout } from './data-layout.ts'
import { writeData } from './write-data.ts'

/** A data set in a file. */
export interface DataFile {
  readonly kind: DataKind
  readonly path: string
  /** What the file holds, without a look at it. */
  readonly layout: DataLayout
}

/** The data sets of one run: each is made when a suite first asks for it, and the next one finds it. */
export interface DataSets {
  /** The file of at most `bytes` bytes of this kind, in the page cache. Rejects with the signal's reason. */
  get(kind: DataKind, bytes: number, signal: AbortSignal): Promise<DataFile>
}

/** Keeps data sets in `folder`, whose owner removes it; `say` is told what is being made. */
export function createDataSets(folder: string, say: (sentence: string) => void): DataSets {
  const files = new Map<string, DataFile>()
  return {
    async get(kind, bytes, signal) {
      const name = `${kind}-${bytes}.log`
      const known = files.get(name)
      if (known !== undefined) {
        readThrough(known.path)
        return known
      }
      const started = performance.now()
      const block = makeBlock(kind, Math.min(bytes, BLOCK_BYTES))
      const layout = createDataLayout(block, bytes)
      const file = { kind, path: join(folder, name), layout }
      await writeData(file.path, block, layout, signal)
      readThrough(file.path)
      files.set(name, file)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      say(`Made ${formatSize(bytes)} of ${kind} lines (${layout.lines}) in ${seconds} s.`)
      return file
    },
  }
}

/** Reads a file once, so that everybody who reads it after this finds it in the page cache. */
function readThrough(path: string): void {
  const buffer = Buffer.allocUnsafe(1024 * 1024)
  const fd = openSync(path, 'r')
  try {
    while (readSync(fd, buffer) > 0);
  } finally {
    closeSync(fd)
  }
}
