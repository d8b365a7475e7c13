import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findElectron } from '../../scripts/find-electron.ts'
import { tempFolder } from '../support/temp-folder.ts'

let root = ''

async function file(...parts: string[]): Promise<string> {
  const path = join(root, ...parts)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, '')
  return path
}

describe('findElectron', () => {
  beforeEach(async () => {
    root = await tempFolder()
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('finds nothing where the package has fetched nothing', async () => {
    await file('node_modules', 'electron', 'package.json')
    expect(findElectron(root)).toBeNull()
  })

  it('finds the program that the package noted, when it is still there', async () => {
    await file('node_modules', 'electron', 'path.txt')
    await writeFile(join(root, 'node_modules', 'electron', 'path.txt'), 'program\n')
    expect(findElectron(root)).toBeNull()
    const program = await file('node_modules', 'electron', 'dist', 'program')
    expect(findElectron(root)).toBe(program)
  })

  it('prefers the distribution that the environment names, without any note', async () => {
    const name =
      process.platform === 'darwin'
        ? 'Electron.app/Contents/MacOS/Electron'
        : process.platform === 'win32'
          ? 'electron.exe'
          : 'electron'
    const program = await file('given', name)
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(root, 'given'))
    expect(findElectron(root)).toBe(program)
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(root, 'elsewhere'))
    expect(findElectron(root)).toBeNull()
  })
})
