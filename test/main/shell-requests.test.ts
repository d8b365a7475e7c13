import { describe, expect, it } from 'vitest'
import { requestSchemas } from '../../src/main/request-schemas.ts'
import { BrowserWindow, ipcMain, nativeTheme } from '../support/electron-stand-in.ts'
import { scene } from '../support/electron-stand-in-control.ts'
import { launchShell, quitShell } from '../support/launch-shell.ts'
import { stageScene } from '../support/stage-scene.ts'
import { openLogs, userFile } from '../support/user-file.ts'

describe('what the page may ask of the shell', () => {
  stageScene()

  it('puts one object on the page and nothing of Electron', async () => {
    const { page } = await launchShell()
    expect(await page.evaluate('Object.keys(window.rastro).sort()')).toEqual([
      'addRecent',
      'changeSettings',
      'keep',
      'kept',
      'onCommand',
      'onOpened',
      'openDropped',
      'openFileDialog',
      'openFolderDialog',
      'openRecent',
      'platform',
      'recents',
      'removeRecent',
      'settings',
      'showKeys',
      'toShow',
    ])
    expect(await page.evaluate('typeof require + typeof process + typeof module')).toBe(
      'undefinedundefinedundefined',
    )
  })

  it('listens on the channels of the contract and on no other', async () => {
    await launchShell({ argv: [userFile('a.log')] })
    expect([...ipcMain.handlers.keys()].sort()).toEqual(Object.keys(requestSchemas).sort())
    expect(ipcMain.eventNames()).toEqual([])
    await quitShell()
    expect([...ipcMain.handlers.keys()]).toEqual([])
  })

  it('answers each request of its own page', async () => {
    const { page } = await launchShell({ argv: [userFile('a.log')] })
    const picked = userFile('picked.log')
    scene.fileAnswers.push([picked])
    expect(await page.evaluate('rastro.openFileDialog()')).toHaveLength(1)
    expect(await page.evaluate('rastro.openFileDialog()')).toEqual([])
    expect(scene.dialogs.map((shown) => shown.kind)).toEqual(['open', 'open'])

    await page.evaluate("rastro.addRecent({ kind: 'remote', target: 'http://far/' })")
    expect(await page.evaluate('rastro.recents()')).toMatchObject([
      { kind: 'remote', target: 'http://far/' },
      { kind: 'file', target: picked },
      { kind: 'file' },
    ])
    expect(await page.evaluate('rastro.settings()')).toEqual({ locale: null, theme: 'system' })
    expect(await page.evaluate("rastro.changeSettings({ theme: 'dark' })")).toEqual({
      locale: null,
      theme: 'dark',
    })
    expect(nativeTheme.themeSource).toBe('dark')
    expect(BrowserWindow.getAllWindows()[0]?.backgroundColor).toBe('#10161a')
    nativeTheme.themeSource = 'system'
  })

  it('keeps what the page wants to find after a restart, within bounds', async () => {
    const { page } = await launchShell({ argv: [userFile('a.log')] })
    await page.evaluate(`rastro.keep('rastro:tabs', '["a"]')`)
    await page.evaluate(
      `rastro.keep('rastro:gone', '1').then(() => rastro.keep('rastro:gone', null))`,
    )
    const refused = page.evaluate(`rastro.keep('rastro:big', 'x'.repeat(300_000))`)
    await expect(refused).rejects.toThrow('its arguments are wrong')
    await expect(page.evaluate(`rastro.keep('__proto__', '1')`)).rejects.toThrow('are wrong')
    await quitShell()
    const { page: next } = await launchShell({ argv: [userFile('a.log')] })
    expect(await next.evaluate('rastro.kept()')).toEqual({ 'rastro:tabs': '["a"]' })
  })

  it('opens dropped files by the path of the drop, never by one that the page made up', async () => {
    const { page } = await launchShell({ argv: [userFile('a.log')] })
    const dropped = userFile('dropped.log')
    await page.evaluate(
      `window.electronStandInPaths = { 'dropped.log': ${JSON.stringify(dropped)} }`,
    )
    expect(await page.evaluate(`rastro.openDropped([new File([''], 'dropped.log')])`)).toHaveLength(
      1,
    )
    expect(await openLogs(page)).toContain('dropped.log')
    expect(await page.evaluate(`rastro.openDropped([new File([''], 'made-up.log')])`)).toEqual([])
    expect(await page.evaluate(`rastro.openDropped([{ name: '/etc/passwd' }])`)).toEqual([])
  })

  it('opens a recent file again, but none that it did not keep itself', async () => {
    const kept = userFile('kept.log')
    const { page } = await launchShell({ argv: [kept] })
    const ask = (name: string, target: string) =>
      page.evaluate(`rastro.${name}(${JSON.stringify({ kind: 'file', target })})`)
    expect(await ask('openRecent', kept)).toHaveLength(1)
    expect(await ask('openRecent', '/etc/hosts')).toEqual([])
    expect(
      await page.evaluate("rastro.openRecent({ kind: 'remote', target: 'http://x/' })"),
    ).toEqual([])
    await ask('removeRecent', kept)
    expect(await page.evaluate('rastro.recents()')).toEqual([])
    expect(await ask('openRecent', kept)).toEqual([])
  })

  it.each([
    ['a wrong number of arguments', 'settings', [1]],
    ['a relative path', 'open-paths', [['../x.log']]],
    ['a path that is none', 'open-paths', [[7]]],
    ['more paths than a drop brings', 'open-paths', [Array.from({ length: 65 }, () => '/x')]],
    ['an unknown setting', 'change-settings', [{ theme: 'dark', evil: true }]],
    ['a wrong setting', 'change-settings', [{ theme: 'neon' }]],
    ['a recent of no kind', 'add-recent', [{ kind: 'x', target: '/' }]],
    ['a file that only main may add', 'add-recent', [{ kind: 'file', target: '/etc/hosts' }]],
    ['a token to keep', 'add-recent', [{ kind: 'remote', target: 'http://far/?a=1&token=x' }]],
    ['a recent without a target', 'open-recent', [{ kind: 'file', target: '' }]],
  ])('refuses %s', async (_what, channel, args) => {
    const { page } = await launchShell({ argv: [userFile('a.log')] })
    const call = `electronStandInInvoke(${JSON.stringify(channel)}, ${JSON.stringify(args)})`
    await expect(page.evaluate(call)).rejects.toThrow(/arguments are wrong/)
  })

  it('refuses every request of an inner frame, of another window and of a foreign page', async () => {
    const { page, window } = await launchShell({ argv: [userFile('a.log')] })
    await page.evaluate('document.body.append(document.createElement("iframe"))')
    const inner = page.frames()[1]
    if (inner === undefined) throw new Error('The frame was not made.')
    const foreign = new BrowserWindow(window.options)
    await foreign.loadURL(page.url())
    for (const channel of ['settings', 'recents', 'open-file-dialog', 'open-paths']) {
      const call = `electronStandInInvoke('${channel}', [])`
      await expect(inner.evaluate(call)).rejects.toThrow(/did not come from its own page/)
      await expect(foreign.webContents.page.evaluate(call)).rejects.toThrow(/own page/)
    }
    // Past every guard, as if one of them had a hole.
    window.webContents.removeAllListeners('will-frame-navigate')
    window.webContents.removeAllListeners('will-navigate')
    await page.goto('data:text/html,<p>foreign')
    await expect(page.evaluate(`electronStandInInvoke('settings', [])`)).rejects.toThrow(/own page/)
    expect(scene.dialogs).toEqual([])
  })
})
