import { describe, expect, it } from 'vitest'
import { createScanner, SCANNER_BYTES } from '../../../../src/server/engine/scan/create-scanner.ts'
import { canScanWithWasm } from '../../../../src/server/engine/scan/wasm-scanner.ts'

describe('createScanner', () => {
  it('runs the kernels here', () => {
    expect(canScanWithWasm()).toBe(true)
  })

  it.each([0, 1, 100, SCANNER_BYTES, 8 * 1024 * 1024])('has a buffer of %i bytes', (capacity) => {
    const scanner = createScanner(capacity)
    expect(scanner.buffer.length).toBe(capacity)
    scanner.buffer.fill(0x0a)
    expect(scanner.countNewlines(0, capacity)).toBe(capacity)
    // The block of the first byte can begin nearly a whole one before it.
    const counts = scanner.countNewlinesPerBlock(0, capacity, -65535)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(capacity)
    const levels = scanner.countLevelsPerBlock(0, capacity, -65535, 'utf-8')
    expect(levels.reduce((sum, count) => sum + count, 0)).toBe(capacity)
    expect(scanner.buffer.every((byte) => byte === 0x0a)).toBe(true)
  })
})
