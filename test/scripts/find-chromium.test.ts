import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe.skipIf(process.platform !== 'linux')('findChromium', () => {
  let folder = ''

  const program = (name: string): string => {
    const path = join(folder, name)
    writeFileSync(path, '#!/bin/sh\n')
    chmodSync(path, 0o755)
    return path
  }

  beforeEach(async () => {
    folder = await tempFolder()
    vi.stubEnv('RASTRO_CHROMIUM', '')
    vi.stubEnv('PATH', folder)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('takes the one that the environment names before an installed one', async () => {
    program('chromium')
    const named = program('my-browser')
    vi.stubEnv('RASTRO_CHROMIUM', named)
    expect(await findChromium()).toEqual({ path: named, how: 'named by RASTRO_CHROMIUM' })
  })

  it('throws when the environment names none', async () => {
    vi.stubEnv('RASTRO_CHROMIUM', join(folder, 'missing'))
    await expect(findChromium()).rejects.toThrow('missing')
  })

  it('finds an installed one by its name', async () => {
    const installed = program('google-chrome-stable')
    expect(await findChromium()).toMatchObject({ path: installed })
  })

  it('leaves out a file that cannot be run', async () => {
    writeFileSync(join(folder, 'chromium'), '')
    const found = await findChromium()
    expect(found?.path).not.toBe(join(folder, 'chromium'))
  })
})
