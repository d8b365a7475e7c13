import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLogs, type Places } from '../../../src/server/source/find-logs.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A folder with logs, other files, folders, and links that lead out of it. */
async function folderOfLogs(): Promise<string> {
  const folder = await tempFolder()
  const outside = await tempFolder()
  await writeFile(join(outside, 'secret.log'), 'secret')
  for (const path of ['in', 'in/deep', 'in/deep/er']) await mkdir(join(folder, path))
  const files = ['b.log', 'a10.log', 'a9.log', 'b.log.1', 'notes.md', '.x.log']
  for (const file of [...files, 'in/c.log', 'in/deep/d.log', 'in/deep/er/e.log']) {
    await writeFile(join(folder, file), file)
  }
  await symlink(join(outside, 'secret.log'), join(folder, 'linked.log'))
  await symlink(outside, join(folder, 'linked-folder'))
  await symlink('b.log', join(folder, 'current.log'))
  await mkdir(join(folder, 'folder.log'))
  return folder
}

const names = async (place: Places) =>
  (await findLogs(place)).map(({ path }) => relative(place.base, path).replaceAll('\\', '/'))

describe('findLogs', () => {
  it('finds the logs of a folder by their names, in order, and follows no link', async () => {
    const base = await folderOfLogs()
    expect(await names({ kind: 'folder', base })).toEqual(['a9.log', 'a10.log', 'b.log'])
  })

  it('finds what a pattern names, and goes no further down than it says', async () => {
    const base = await folderOfLogs()
    const of = (pattern: string) => names({ kind: 'pattern', base, pattern })
    expect(await of('*.log')).toEqual(['a9.log', 'a10.log', 'b.log'])
    expect(await of('b.log*')).toEqual(['b.log', 'b.log.1'])
    expect(await of('*.{md,1}')).toEqual(['b.log.1', 'notes.md'])
    expect(await of('a[0-9].log')).toEqual(['a9.log'])
    expect(await of('*/*.log')).toEqual(['in/c.log'])
    expect(await of('in/**/*.log')).toEqual(['in/c.log', 'in/deep/d.log', 'in/deep/er/e.log'])
    expect(await of('linked-folder/*')).toEqual([])
    expect(await of('../*')).toEqual([])
  })

  it('tells when a log was written to', async () => {
    const base = await tempFolder()
    await writeFile(join(base, 'a.log'), 'a')
    await utimes(join(base, 'a.log'), 1000, 1000)
    expect(await findLogs({ kind: 'folder', base })).toEqual([
      { path: join(base, 'a.log'), modified: 1_000_000 },
    ])
  })

  it('finds nothing where there is nothing', async () => {
    const base = join(await tempFolder(), 'later')
    expect(await findLogs({ kind: 'folder', base })).toEqual([])
  })
})
