import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../../src/server/source/place.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('readPlace', () => {
  it('tells a file, a folder and a pattern apart', async () => {
    const base = await tempFolder()
    await mkdir(join(base, 'logs'))
    await writeFile(join(base, 'logs', 'a.log'), '')
    await symlink(join(base, 'logs'), join(base, 'linked'))
    const at = (name: string) => readPlace(join(base, name))
    expect(await at('logs')).toEqual({ kind: 'folder', base: join(base, 'logs') })
    expect(await at('linked')).toEqual({ kind: 'folder', base: join(base, 'linked') })
    expect(await at('logs/a.log')).toEqual({ kind: 'file', path: join(base, 'logs/a.log') })
    expect(await at('logs/later.log')).toEqual({ kind: 'file', path: join(base, 'logs/later.log') })
    expect(await at('logs/*.log')).toEqual({
      kind: 'pattern',
      base: join(base, 'logs'),
      pattern: '*.log',
    })
    expect(await at('*/{a,b}.log')).toEqual({ kind: 'pattern', base, pattern: '*/{a,b}.log' })
    expect(await at('later/**/*.log')).toEqual({
      kind: 'pattern',
      base: join(base, 'later'),
      pattern: '**/*.log',
    })
  })

  it('means what is there under the very name, though it looks like a pattern', async () => {
    const base = join(await tempFolder(), '[project] {1}')
    await mkdir(base)
    await writeFile(join(base, 'what?.log'), '')
    expect(await readPlace(base)).toEqual({ kind: 'folder', base })
    const file = join(base, 'what?.log')
    expect(await readPlace(file)).toEqual({ kind: 'file', path: file })
    expect(await readPlace(join(base, '*.log'))).toEqual({
      kind: 'pattern',
      base,
      pattern: '*.log',
    })
    const later = join(base, 'later.log')
    expect(await readPlace(later)).toEqual({ kind: 'file', path: later })
  })
})
