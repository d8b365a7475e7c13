import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MAX_RECENTS, openRecents } from '../../src/main/recents.ts'
import { openKept } from '../../src/main/stored-kept.ts'
import { openSettings } from '../../src/main/stored-settings.ts'
import { openWindowPlace } from '../../src/main/stored-window.ts'
import type { OwnLog } from '../../src/server/own-log.ts'
import { closeScene, openScene } from '../support/electron-stand-in-control.ts'
import { tempFolder } from '../support/temp-folder.ts'

let folder = ''
let warnings: string[] = []
const ownLog: OwnLog = {
  info: () => undefined,
  warn: (message) => {
    warnings.push(message)
  },
  error: () => undefined,
}
const DEFAULTS = { locale: null, theme: 'system' }

describe('what is kept over restarts', () => {
  // electron-store asks the app for its folders even when it is given one.
  beforeAll(openScene)
  afterAll(closeScene)
  beforeEach(async () => {
    folder = await tempFolder()
    warnings = []
  })

  it('begins with the defaults and says nothing', () => {
    expect(openSettings(folder, ownLog).read()).toEqual(DEFAULTS)
    expect(openWindowPlace(folder, ownLog).read()).toEqual({ bounds: null, maximized: false })
    expect(openRecents(folder, ownLog).list()).toEqual([])
    expect(warnings).toEqual([])
  })

  it('is there again after a restart', () => {
    openSettings(folder, ownLog).write({ locale: 'pt-BR', theme: 'dark' })
    expect(openSettings(folder, ownLog).read()).toEqual({ locale: 'pt-BR', theme: 'dark' })
    expect(warnings).toEqual([])
  })

  it('keeps for the page no more than a browser would, and notes what it did not keep', () => {
    const kept = openKept(folder, ownLog)
    const quarter = '"'.repeat(256 * 1024)
    for (let index = 0; index < 17; index += 1) kept.keep(`rastro:k${index}`, quarter)
    expect(Object.keys(kept.all())).toHaveLength(16)
    expect(warnings).toHaveLength(1)
    expect(openKept(folder, ownLog).all()).toEqual(kept.all())
    expect(warnings).toHaveLength(1)
  })

  it('puts aside what was kept for the page when it is broken', () => {
    writeFileSync(join(folder, 'kept.json'), '{"entries":[["../etc","x"]]}')
    expect(openKept(folder, ownLog).all()).toEqual({})
    expect(readFileSync(join(folder, 'kept.json.broken'), 'utf8')).toContain('../etc')
    expect(warnings).toHaveLength(1)
  })

  it.each([
    ['no JSON', '{"theme":'],
    ['empty', ''],
    ['binary', '\0\0\0'],
    ['an array', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['wrong types', '{"locale":7,"theme":{}}'],
    ['an unknown word', '{"locale":"xx","theme":"dark"}'],
    ['a prototype', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['huge', `{"locale":null,"theme":"dark","x":"${'x'.repeat(2 ** 20)}"}`],
  ])('falls back to the defaults with a warning when the file is %s', (_what, text) => {
    writeFileSync(join(folder, 'settings.json'), text)
    const settings = openSettings(folder, ownLog)
    expect(settings.read()).toEqual(DEFAULTS)
    expect(warnings).toHaveLength(1)
    expect(readFileSync(join(folder, 'settings.json.broken'), 'utf8')).toBe(text)
    expect('polluted' in {}).toBe(false)
    settings.write({ locale: 'en', theme: 'light' })
    expect(openSettings(folder, ownLog).read()).toEqual({ locale: 'en', theme: 'light' })
  })

  it('keeps known keys of a file that has a hostile one beside them', () => {
    const text = '{"__proto__":{"polluted":1},"locale":"en","theme":"dark"}'
    writeFileSync(join(folder, 'settings.json'), text)
    expect(openSettings(folder, ownLog).read()).toEqual({ locale: 'en', theme: 'dark' })
    expect('polluted' in {}).toBe(false)
  })

  it('does with a directory in the place of its file', () => {
    mkdirSync(join(folder, 'settings.json'))
    const settings = openSettings(folder, ownLog)
    expect(settings.read()).toEqual(DEFAULTS)
    settings.write({ locale: 'en', theme: 'dark' })
    expect(settings.read()).toEqual({ locale: 'en', theme: 'dark' })
    expect(warnings).toHaveLength(1)
  })

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('lives on in memory where nothing can be written', () => {
    chmodSync(folder, 0o500)
    const settings = openSettings(folder, ownLog)
    settings.write({ locale: 'en', theme: 'dark' })
    expect(settings.read()).toEqual({ locale: 'en', theme: 'dark' })
    expect(warnings.length).toBeGreaterThan(0)
    chmodSync(folder, 0o700)
  })

  it('keeps the newest recents, each once', () => {
    const recents = openRecents(folder, ownLog)
    for (let index = 0; index < MAX_RECENTS + 5; index += 1) {
      recents.add({ kind: 'file', target: `/${index}.log` })
    }
    recents.add({ kind: 'file', target: '/10.log' })
    recents.add({ kind: 'remote', target: '/10.log' })
    const targets = openRecents(folder, ownLog).list()
    expect(targets).toHaveLength(MAX_RECENTS)
    expect(targets.slice(0, 3)).toEqual([
      { kind: 'remote', target: '/10.log' },
      { kind: 'file', target: '/10.log' },
      { kind: 'file', target: '/19.log' },
    ])
  })
})
