import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { createMenuKeys } from '../../src/main/menu-keys.ts'
import { type MenuOptions, menuTemplate } from '../../src/main/menu-template.ts'
import { shellWords } from '../../src/main/shell-words.ts'
import { command } from '../../src/shared/bridge.ts'
import type { KeyChoices } from '../../src/shared/key-choices.ts'

function menu(change: Partial<MenuOptions> = {}) {
  const done: string[] = []
  const template = menuTemplate({
    words: shellWords('en'),
    platform: 'linux',
    packaged: true,
    recents: [],
    reopens: true,
    keysOf: createMenuKeys({}, 'linux'),
    openFile: () => done.push('open'),
    openFolder: () => done.push('folder'),
    setReopens: (reopens) => done.push(`reopens ${reopens}`),
    openRecent: (path) => done.push(path),
    openHomepage: () => done.push('homepage'),
    send: (sent) => done.push(sent),
    ...change,
  })
  return { template, done, entries: flat(template) }
}

function flat(entries: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return entries.flatMap((entry) => [
    entry,
    ...(Array.isArray(entry.submenu) ? flat(entry.submenu) : []),
  ])
}

/** Our handlers take nothing but the entry itself, and Electron's event cannot be had here. */
function press(entry: MenuItemConstructorOptions): void {
  if (entry.click !== undefined) Reflect.apply(entry.click, undefined, [entry])
}

describe('menuTemplate', () => {
  it('reaches each command of the page once, by its id, and the shell its own', () => {
    const { entries, done } = menu()
    for (const entry of entries) press(entry)
    expect(new Set(done).size).toBe(done.length)
    expect(done).toEqual(expect.arrayContaining(['open', 'folder', 'reopens true', 'homepage']))
    expect(done).toEqual(expect.arrayContaining(['readOrStop', 'goToEnd', 'palette', 'tabs.next']))
    const own = new Set(['open', 'folder', 'reopens true', 'homepage'])
    for (const id of done) if (!own.has(id)) expect(command.parse(id)).toBe(id)
  })

  it('names commands that the page has', async () => {
    const known: string[] = []
    for await (const file of glob('src/renderer/ui/*/*-commands.ts')) {
      const source = readFileSync(file, 'utf8')
      known.push(...[...source.matchAll(/\bid: '([^']+)'/g)].map(([, id = '']) => id))
    }
    const { entries, done } = menu()
    for (const entry of entries) press(entry)
    const own = new Set(['open', 'folder', 'reopens true', 'homepage'])
    const foreign = done.filter((id) => !own.has(id) && !known.includes(id))
    expect(foreign).toEqual([])
  })

  it('has no two entries with the same accelerator', () => {
    const keys = menu({ packaged: false }).entries.flatMap((entry) => entry.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('shows the keys that the user chose, and none where he took them away', () => {
    const choices: KeyChoices = {
      openFile: [{ key: 'p', mod: true }],
      search: [],
      'tabs.close': [{ key: 'f4' }],
    }
    const keysOf = createMenuKeys(choices, 'linux')
    const keys = Object.fromEntries(
      menu({ keysOf }).entries.map(({ label, accelerator }) => [label, accelerator]),
    )
    expect(keys['Open File…']).toBe('CmdOrCtrl+P')
    expect(keys['Find…']).toBeUndefined()
    expect(keys['Close Log']).toBe('F4')
    expect(keys['Find Next']).toBe('F3')
  })

  it('has the roles of its platform', () => {
    const roles = (platform: NodeJS.Platform) =>
      menu({ platform }).entries.flatMap((entry) => entry.role ?? [])
    expect(roles('linux')).toEqual(expect.arrayContaining(['copy', 'paste', 'minimize', 'quit']))
    expect(roles('linux')).not.toContain('hide')
    expect(roles('darwin').slice(0, 2)).toEqual(['about', 'services'])
    expect(roles('darwin')).toEqual(expect.arrayContaining(['quit', 'close', 'front', 'help']))
    expect(roles('win32')).toEqual(expect.arrayContaining(['zoomIn', 'zoomOut', 'resetZoom']))
  })

  it('says every entry in the language of the user, roles too', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const words = shellWords('pt-BR')
      const known: ReadonlySet<string> = new Set(Object.values(words))
      const { entries } = menu({ platform, words, packaged: false })
      const foreign = entries
        .filter((entry) => entry.type !== 'separator')
        .map((entry) => entry.label ?? `the role ${entry.role} without a label`)
        .filter((label) => !known.has(label))
      expect(foreign).toEqual(platform === 'darwin' ? ['Rastro'] : [])
    }
  })

  it('has developer tools and reload only where the app is developed', () => {
    const roles = (packaged: boolean) => menu({ packaged }).entries.map((entry) => entry.role)
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
    expect(roles(false)).toEqual(expect.arrayContaining(['toggleDevTools', 'reload']))
  })

  it('lists recent files with their ampersands, and says when there are none', () => {
    const { entries, done } = menu({
      recents: [
        { kind: 'file', target: '/a&b.log' },
        { kind: 'remote', target: 'http://far/' },
      ],
    })
    const recent = entries.find((entry) => entry.label === '/a&&b.log')
    if (recent === undefined) throw new Error('The recent file is not in the menu.')
    press(recent)
    expect(done).toEqual(['/a&b.log'])
    expect(entries.some((entry) => entry.label === 'http://far/')).toBe(false)
    expect(menu().entries.find((entry) => entry.label === 'Nothing yet')?.enabled).toBe(false)
  })
})
