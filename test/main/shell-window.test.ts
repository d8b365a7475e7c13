import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { app, BrowserWindow } from '../support/electron-stand-in.ts'
import { scene, sceneFolder } from '../support/electron-stand-in-control.ts'
import { launchShell, quitShell } from '../support/launch-shell.ts'
import { stageScene } from '../support/stage-scene.ts'
import { userFile } from '../support/user-file.ts'

describe('the window of the shell', () => {
  stageScene()

  it('loads the page with a cookie and without a token in the address', async () => {
    const { page, asked, servers } = await launchShell()
    const token = asked[0]?.token ?? ''
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(page.url()).toBe(servers[0]?.url)
    expect(page.url()).not.toContain(token)
    const cookies = await page.context().cookies()
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict', expires: -1 }])
    expect(await page.evaluate('document.cookie')).toBe('')
    expect(await page.textContent('p')).toBe('A small page')
  })

  it('takes a fresh token at every launch, on loopback and a free port', async () => {
    const first = await launchShell()
    await quitShell()
    const second = await launchShell()
    expect(second.asked[0]?.token).not.toBe(first.asked[0]?.token)
    expect(second.asked[0]).toMatchObject({ host: '127.0.0.1', port: 0 })
  })

  it('asks for a page without Node, isolated and in the sandbox, in every window', async () => {
    await launchShell()
    expect(app.sandboxed).toBe(true)
    expect(app.userModelId).toBe('io.github.rastro-log.rastro')
    for (const { options } of BrowserWindow.getAllWindows()) {
      expect(options).toMatchObject({ minWidth: 480, minHeight: 320, show: false })
      expect(options.webPreferences).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        plugins: false,
        spellcheck: false,
        devTools: true,
      })
      expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
      expect(options.webPreferences.partition).not.toMatch(/^persist:/)
    }
  })

  it('starts for root, who must renounce the sandbox on the command line, and notes it', async () => {
    scene.switches = ['no-sandbox']
    const { window, written } = await launchShell({ argv: ['--no-sandbox', userFile('a.log')] })
    expect(app.sandboxed).toBe(false)
    expect(window.options.webPreferences.sandbox).toBe(true)
    expect(written.filter((line) => line.includes('sandbox'))).toHaveLength(1)
  })

  it('keeps the developer tools out of a packaged app', async () => {
    scene.packaged = true
    const { window } = await launchShell()
    expect(window.options.webPreferences.devTools).toBe(false)
  })

  it('sends the commands of its menu to the page, in the language of the user', async () => {
    const { page } = await launchShell({ argv: [userFile('a.log')] })
    const { Menu } = await import('../support/electron-stand-in.ts')
    const find = (label: string) =>
      Menu.current()
        .flatMap((menu) => menu.submenu ?? [])
        .find((entry) => entry.label === label)
    await page.evaluate('window.heard = []; rastro.onCommand((...all) => heard.push(all))')
    find('Ler Logs / Parar')?.click?.()
    await expect.poll(() => page.evaluate('heard')).toEqual([['readOrStop']])
    await page.evaluate("rastro.changeSettings({ locale: 'en' })")
    expect(find('Ler Logs / Parar')).toBeUndefined()
    find('Pause / Continue')?.click?.()
    await expect.poll(() => page.evaluate('heard')).toEqual([['readOrStop'], ['pauseOrResume']])
  })

  it('remembers its place, its settings and its recents over a restart', async () => {
    const first = await launchShell({ argv: [userFile('kept.log')] })
    await first.page.evaluate("rastro.changeSettings({ locale: 'en', theme: 'light' })")
    first.window.bounds = { x: 100, y: 50, width: 900, height: 700 }
    first.window.maximized = true
    await quitShell()
    const second = await launchShell({ argv: [userFile('kept.log')] })
    expect(second.window.options).toMatchObject({ x: 100, y: 50, width: 900, height: 700 })
    expect(second.window.maximized).toBe(true)
    expect(await second.page.evaluate('rastro.settings()')).toEqual({
      locale: 'en',
      theme: 'light',
    })
    second.window.maximized = false
    await quitShell()

    scene.displays = [{ x: 0, y: 0, width: 800, height: 40 }]
    const third = await launchShell({ argv: [userFile('kept.log')] })
    expect(third.window.options).toMatchObject({ width: 800, height: 40 })
    expect(third.window.options).not.toHaveProperty('x')
  })

  it('starts with its defaults and a warning when what it kept is broken', async () => {
    const folder = sceneFolder('userData')
    const hostile = '{"__proto__":{"polluted":true},"theme":["dark"],"locale":{}}'
    writeFileSync(join(folder, 'settings.json'), hostile)
    writeFileSync(join(folder, 'window.json'), '{"bounds":{"x":1e999,"y":0}}')
    writeFileSync(join(folder, 'recents.json'), `{"recents":["${'x'.repeat(2 ** 20)}"]}`)
    const { page, written } = await launchShell({ argv: [userFile('a.log')] })
    expect(await page.evaluate('rastro.settings()')).toEqual({ locale: null, theme: 'system' })
    expect(written.filter((line) => line.includes('the defaults are used'))).toHaveLength(3)
    expect(readFileSync(join(folder, 'settings.json.broken'), 'utf8')).toBe(hostile)
    expect(Object.keys({})).toEqual([])
    expect('polluted' in {}).toBe(false)
  })
})
