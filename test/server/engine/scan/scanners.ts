import { createJsScanner } from '../../../../src/server/engine/scan/js-scanner.ts'
import type { Scanner } from '../../../../src/server/engine/scan/scanner.ts'
import { createWasmScanner } from '../../../../src/server/engine/scan/wasm-scanner.ts'

/** Both scanners, each to be held against the oracle. */
export const SCANNERS: readonly (readonly [name: string, create: (capacity: number) => Scanner])[] =
  [
    ['WASM', createWasmScanner],
    ['JavaScript', createJsScanner],
  ]
