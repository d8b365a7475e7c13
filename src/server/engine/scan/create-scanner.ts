import { createJsScanner } from './js-scanner.ts'
import type { Scanner } from './scanner.ts'
import { canScanWithWasm, createWasmScanner } from './wasm-scanner.ts'

/** Bytes that a scanner holds unless told otherwise: reads of 1 MiB are the fastest here, and a block that begins before. */
export const SCANNER_BYTES = 1024 * 1024 + 64 * 1024

/** A scanner over a buffer of `capacity` bytes, which it holds for its life. */
export function createScanner(capacity: number = SCANNER_BYTES): Scanner {
  return canScanWithWasm() ? createWasmScanner(capacity) : createJsScanner(capacity)
}
