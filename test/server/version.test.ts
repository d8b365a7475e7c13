import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { version } from '../../src/server/version.ts'

describe('version', () => {
  it('is the one of package.json', async () => {
    const path = new URL('../../package.json', import.meta.url)
    expect(version()).toBe(JSON.parse(await readFile(path, 'utf8')).version)
  })
})
