import { setFlagsFromString } from 'node:v8'
import { LEVELS } from '../../../shared/level.ts'
import { blockSpan } from './block-span.ts'
import { checkRange } from './check-range.ts'
import { createNeedleStore } from './needle-store.ts'
import { LINES_PER_CALL, type Scanner } from './scanner.ts'
import type { ScannerKernels } from './scanner-kernels.ts'
import { layOutMemory } from './scanner-memory.ts'
import { SCANNER_WASM } from './scanner-wasm.ts'

const MODULE_BYTES = Uint8Array.from(Buffer.from(SCANNER_WASM, 'base64'))

/**
 * Compiled once per thread and never let go. V8 13.6 can abort the whole process when it frees code of
 * WebAssembly while several threads hold the same module ("jit_page_->allocations_.erase(addr) == 1",
 * nodejs/node#64500); so its code of 5 KB is neither collected nor replaced by better code later.
 */
let compiled: WebAssembly.Module | null = null

function compiledModule(): WebAssembly.Module {
  if (compiled === null) {
    setFlagsFromString('--no-wasm-code-gc')
    setFlagsFromString('--no-liftoff')
    compiled = new WebAssembly.Module(MODULE_BYTES)
  }
  return compiled
}

/** Has the module in this thread for good: the server's main thread outlives those that share it. */
export function keepScannerModule(): void {
  if (canScanWithWasm()) compiledModule()
}

/** Whether this machine has what the module needs: SIMD. */
export function canScanWithWasm(): boolean {
  return WebAssembly.validate(MODULE_BYTES)
}

/** A scanner whose buffer of `capacity` bytes lies in the memory of the WASM kernels: nothing is copied. */
export function createWasmScanner(capacity: number): Scanner {
  const at = layOutMemory(capacity)
  const { base } = at
  const kernels = instantiate(at.memory)
  const bytes = new Uint8Array(at.memory.buffer)
  const storeNeedle = createNeedleStore(bytes, at.needles, at.needlesEnd)
  const starts = new Uint32Array(at.memory.buffer, at.starts, LINES_PER_CALL + 1)
  const ends = new Uint32Array(at.memory.buffer, at.ends, LINES_PER_CALL)
  const hits = new Uint32Array(at.memory.buffer, at.hits, LINES_PER_CALL)
  const counts = (length: number) => new Uint32Array(at.memory.buffer, at.counts, length)
  /** An address, or -1, as a position. */
  const position = (address: number): number => (address === -1 ? -1 : address - base)

  return {
    buffer: bytes.subarray(base, base + capacity),

    countNewlines(from, to) {
      checkRange(from, to, capacity)
      return kernels.countNewlines(base + from, base + to)
    },

    countNewlinesPerBlock(from, to, origin) {
      checkRange(from, to, capacity)
      const blocks = blockSpan(from, to, origin)
      kernels.countNewlinesPerBlock(base + from, base + to, base + origin, at.counts)
      return counts(blocks)
    },

    afterNewlines(from, to, n) {
      checkRange(from, to, capacity)
      return position(kernels.afterNewlines(base + from, base + to, n))
    },

    lastNewlineEnd(from, to) {
      checkRange(from, to, capacity)
      return position(kernels.lastNewlineEnd(base + from, base + to))
    },

    lineStarts(from, to) {
      checkRange(from, to, capacity)
      const count = kernels.lineStarts(base + from, base + to, base, at.starts, LINES_PER_CALL)
      return { count, starts, next: starts[count] ?? to }
    },

    findNext(needle, from, to) {
      checkRange(from, to, capacity)
      const { bytes, folds } = storeNeedle(needle)
      const [first, second] = needle.rare
      return position(
        kernels.find(base + from, base + to, bytes, folds, needle.bytes.length, first, second),
      )
    },

    findLines(needle, from, to) {
      checkRange(from, to, capacity)
      const { bytes, folds } = storeNeedle(needle)
      const [first, second] = needle.rare
      const count = kernels.findLines(
        base + from,
        base + to,
        base,
        bytes,
        folds,
        needle.bytes.length,
        first,
        second,
        at.starts,
        at.ends,
        at.hits,
        LINES_PER_CALL,
      )
      const next = count === LINES_PER_CALL ? (ends[count - 1] ?? to) : to
      return { count, starts, ends, hits, next }
    },

    isAscii(from, to) {
      checkRange(from, to, capacity)
      return kernels.isAscii(base + from, base + to) === 1
    },

    levelOfLine(from, to, encoding) {
      checkRange(from, to, capacity)
      return kernels.levelOfLine(base + from, base + to, encoding === 'utf-8', at.scratch)
    },

    countLevelsPerBlock(from, to, origin, encoding) {
      checkRange(from, to, capacity)
      const rows = counts(blockSpan(from, to, origin) * LEVELS.length).fill(0)
      kernels.countLevelsPerBlock(
        base + from,
        base + to,
        base + origin,
        encoding === 'utf-8',
        at.scratch,
        at.counts,
      )
      return rows
    },
  }
}

function instantiate(memory: WebAssembly.Memory): ScannerKernels {
  const instance = new WebAssembly.Instance(compiledModule(), {
    env: { memory },
  })
  // The border to the module: a test compiles its source again and compares the bytes.
  return instance.exports as ScannerKernels
}
