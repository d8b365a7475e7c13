import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { isBuilt } from '../../scripts/is-built.ts'
import { tempFolder } from '../support/temp-folder.ts'

const BUILT = [
  'dist/renderer/index.html',
  'dist/server/cli.js',
  'dist/main/main.js',
  'dist/main/preload.cjs',
]

describe('isBuilt', () => {
  let root = ''

  const put = (path: string, seconds: number): void => {
    const whole = join(root, path)
    mkdirSync(dirname(whole), { recursive: true })
    writeFileSync(whole, '')
    utimesSync(whole, seconds, seconds)
    utimesSync(dirname(whole), seconds, seconds)
  }

  beforeEach(async () => {
    root = await tempFolder()
    put('src/shared/cursor.ts', 1000)
    utimesSync(join(root, 'src'), 1000, 1000)
    for (const path of BUILT) put(path, 2000)
  })

  it('is so when everything built is newer than every source', () => {
    expect(isBuilt(root)).toBe(true)
  })

  it('is not so when a source deep in the tree is newer', () => {
    put('src/server/http/app.ts', 3000)
    expect(isBuilt(root)).toBe(false)
  })

  it('is not so when a source was taken away since', () => {
    rmSync(join(root, 'src/shared/cursor.ts'))
    expect(isBuilt(root)).toBe(false)
  })

  it.each(BUILT)('is not so without %s', (path) => {
    rmSync(join(root, path))
    expect(isBuilt(root)).toBe(false)
  })
})
