import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { compileScanner, moduleText } from '../../scripts/build-scanner.ts'

describe('the compiled scanner', () => {
  it('is what its source compiles to', async () => {
    const committed = new URL('../../src/server/engine/scan/scanner-wasm.ts', import.meta.url)
    expect(await readFile(committed, 'utf8')).toBe(moduleText(await compileScanner()))
  })
})
