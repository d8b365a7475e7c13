import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startShell } from '../../src/main/start-shell.ts'
import { silentLog } from '../../src/server/own-log.ts'
import { startServer } from '../../src/server/start-server.ts'
import { app, BrowserWindow, nativeTheme, session } from '../support/electron-stand-in.ts'
import {
  closeScene,
  openScene,
  resetScene,
  scene,
  sceneFolder,
} from '../support/electron-stand-in-control.ts'
import { endProcess, launchShell, quitShell } from '../support/launch-shell.ts'

function file(name: string): string {
  const path = join(sceneFolder('logs-of-user'), name)
  writeFileSync(path, 'one\ntwo\n')
  return path
}

/** The names of the logs that the server has open, asked with the window's cookie. */
async function openLogs(page: { evaluate(script: string): Promise<unknown> }): Promise<unknown> {
  return await page.evaluate(
    `fetch('/api/logs').then((answer) => answer.json()).then((body) => JSON.stringify(body))`,
  )
}

describe('the shell on the stand-in', () => {
  beforeAll(openScene)
  afterEach(async () => {
    if (BrowserWindow.getAllWindows().length > 0) await quitShell()
    else await endProcess()
    resetScene()
  })
  afterAll(closeScene)

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
        spellcheck: false,
        devTools: true,
      })
      expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
      expect(options.webPreferences.partition).not.toMatch(/^persist:/)
    }
  })

  it('keeps the developer tools out of a packaged app', async () => {
    scene.packaged = true
    const { window } = await launchShell()
    expect(window.options.webPreferences.devTools).toBe(false)
  })

  it('puts one object on the page and nothing of Electron', async () => {
    const { page } = await launchShell()
    expect(await page.evaluate('Object.keys(window.rastro).sort()')).toEqual([
      'addRecent',
      'changeSettings',
      'onCommand',
      'onOpened',
      'openDropped',
      'openFileDialog',
      'platform',
      'recents',
      'settings',
    ])
    expect(await page.evaluate('typeof require + typeof process + typeof module')).toBe(
      'undefinedundefinedundefined',
    )
  })

  it('opens the files of its command line and leaves the generator off', async () => {
    const path = file('a.log')
    const { page, asked } = await launchShell({ argv: ['--flag', path] })
    expect(await openLogs(page)).toContain('a.log')
    expect(asked[0]?.generatorFile).toBe(join(sceneFolder('cwd'), 'teste.log'))
    expect(await openLogs(page)).not.toContain('teste.log')
    expect(scene.recentDocuments).toEqual([path])
  })

  it('offers the log of the generator when there is no file', async () => {
    scene.packaged = true
    const { page, asked } = await launchShell()
    expect(asked[0]?.generatorFile).toBe(join(sceneFolder('userData'), 'teste.log'))
    await expect.poll(() => openLogs(page)).toContain('teste.log')
  })

  it('opens the files that macOS sends before it is ready', async () => {
    const path = file('early.log')
    const { page } = await launchShell({
      beforeReady: () => app.emit('open-file', { preventDefault: vi.fn() }, path),
    })
    expect(await openLogs(page)).toContain('early.log')
  })

  it('takes the files of a second launch, tells the page and comes to the front', async () => {
    const { page, window } = await launchShell({ argv: [file('a.log')] })
    await page.evaluate('window.heard = []; window.stop = rastro.onOpened((l) => heard.push(l))')
    window.minimized = true
    app.emit('second-instance', {}, ['x', '--reordered'], '/', { files: [file('second.log')] })
    await expect.poll(() => page.evaluate('heard.length')).toBe(1)
    expect(await openLogs(page)).toContain('second.log')
    expect(window.minimized).toBe(false)
    expect(window.focused).toBe(1)

    await page.evaluate('stop()')
    app.emit('second-instance', {}, ['x', '.', 'third.log'], sceneFolder('cwd'), { files: 7 })
    await expect.poll(() => openLogs(page)).toContain('third.log')
    expect(await page.evaluate('heard.length')).toBe(1)
  })

  it('hands its files over and ends when another instance runs', async () => {
    scene.lock = false
    const path = file('b.log')
    await startShell({
      argv: ['electron', '.', path],
      cwd: '/',
      ownLog: silentLog,
      preload: 'preload.cjs',
      startServer: () => Promise.reject(new Error('A second instance starts no server.')),
    })
    expect(scene.handedOver).toEqual({ files: [path] })
    expect(scene.exits).toEqual([0])
    expect(BrowserWindow.getAllWindows()).toEqual([])
  })

  it('answers each request of its own page', async () => {
    const { page } = await launchShell({ argv: [file('a.log')] })
    const picked = file('picked.log')
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

  it('opens dropped files by the path of the drop, never by one that the page made up', async () => {
    const { page } = await launchShell({ argv: [file('a.log')] })
    const dropped = file('dropped.log')
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

  it.each([
    ['a wrong number of arguments', 'settings', [1]],
    ['a relative path', 'open-paths', [['../x.log']]],
    ['a path that is none', 'open-paths', [[7]]],
    ['more paths than a drop brings', 'open-paths', [Array.from({ length: 65 }, () => '/x')]],
    ['an unknown setting', 'change-settings', [{ theme: 'dark', evil: true }]],
    ['a wrong setting', 'change-settings', [{ theme: 'neon' }]],
    ['a recent of no kind', 'add-recent', [{ kind: 'x', target: '/' }]],
  ])('refuses %s', async (_what, channel, args) => {
    const { page } = await launchShell({ argv: [file('a.log')] })
    const call = `electronStandInInvoke(${JSON.stringify(channel)}, ${JSON.stringify(args)})`
    await expect(page.evaluate(call)).rejects.toThrow(/arguments are wrong/)
  })

  it('refuses every request of an inner frame, of another window and of a foreign page', async () => {
    const { page, window } = await launchShell({ argv: [file('a.log')] })
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

  it('denies every permission but writing text to the clipboard from its own page', async () => {
    const { servers } = await launchShell({ argv: [file('a.log')] })
    const own = servers[0]?.url ?? ''
    const guarded = session.fromPartition('rastro')
    const ask = (permission: string, requestingUrl: string) => {
      let granted: boolean | null = null
      guarded.requestHandler?.(null, permission, (answer) => (granted = answer), { requestingUrl })
      return { granted, checked: guarded.checkHandler?.(null, permission, requestingUrl) }
    }
    const denied = { granted: false, checked: false }
    for (const permission of [
      'notifications',
      'media',
      'geolocation',
      'midi',
      'midiSysex',
      'hid',
      'serial',
      'usb',
      'clipboard-read',
      'fullscreen',
      'openExternal',
      'pointerLock',
      'display-capture',
      'idle-detection',
      'fileSystem',
      'unknown',
    ]) {
      expect(ask(permission, own), permission).toEqual(denied)
    }
    expect(ask('clipboard-sanitized-write', own)).toEqual({ granted: true, checked: true })
    expect(ask('clipboard-sanitized-write', `${own.slice(0, -1)}.evil.example/`)).toEqual(denied)
    expect(guarded.deviceHandler?.()).toBe(false)
    const streams: unknown[] = []
    guarded.displayHandler?.({}, (given) => streams.push(given))
    expect(streams).toEqual([null])
    expect(guarded.spellChecker).toBe(false)
  })

  it('refuses downloads that are not of its own server', async () => {
    const { servers } = await launchShell({ argv: [file('a.log')] })
    const prevented = (url: string) => {
      const preventDefault = vi.fn()
      session
        .fromPartition('rastro')
        .emit('will-download', { preventDefault }, { getURL: () => url })
      return preventDefault.mock.calls.length === 1
    }
    expect(prevented('http://127.0.0.1:1/x.exe')).toBe(true)
    expect(prevented(`${servers[0]?.url}api/logs/a/raw`)).toBe(false)
  })

  it('stays where it is and offers outside links to the browser after a question', async () => {
    const { page, window } = await launchShell({ argv: [file('a.log')] })
    const home = page.url()
    scene.buttonAnswers.push(1)
    await page.evaluate("location.href = 'http://127.0.0.1.evil.example:1/x'")
    await expect.poll(() => scene.dialogs.length).toBe(1)
    expect(scene.dialogs[0]?.options.detail).toBe('http://127.0.0.1.evil.example:1/x')
    expect(scene.external).toEqual([])
    expect(page.url()).toBe(home)

    scene.buttonAnswers.push(0)
    const opened = window.webContents.openHandler
    expect(opened?.({ url: 'https://rastro.example/' })).toEqual({ action: 'deny' })
    await expect.poll(() => scene.external).toEqual(['https://rastro.example/'])

    for (const url of [
      'file:///etc/passwd',
      'javascript:1',
      'ms-msdt:/id',
      'smb://h/s',
      'data:,x',
    ]) {
      expect(opened?.({ url })).toEqual({ action: 'deny' })
    }
    expect(opened?.({ url: home })).toEqual({ action: 'deny' })
    expect(scene.dialogs).toHaveLength(2)
  })

  it('refuses foreign redirects, foreign frames and webviews', async () => {
    const { page, window } = await launchShell({ argv: [file('a.log')] })
    const prevented = (event: string, url: string) => {
      const preventDefault = vi.fn()
      window.webContents.emit(event, { url, preventDefault })
      return preventDefault.mock.calls.length === 1
    }
    for (const event of ['will-redirect', 'will-frame-navigate']) {
      expect(prevented(event, 'http://127.0.0.1:1/')).toBe(true)
      expect(prevented(event, 'not an address')).toBe(true)
      expect(prevented(event, page.url())).toBe(false)
    }
    expect(prevented('will-attach-webview', page.url())).toBe(true)
  })

  it('sends the commands of its menu to the page, in the language of the user', async () => {
    const { page } = await launchShell({ argv: [file('a.log')] })
    const { Menu } = await import('../support/electron-stand-in.ts')
    const find = (label: string) =>
      Menu.current()
        .flatMap((menu) => menu.submenu ?? [])
        .find((entry) => entry.label === label)
    await page.evaluate('window.heard = []; rastro.onCommand((...all) => heard.push(all))')
    find('Ler Logs / Parar')?.click?.()
    await expect.poll(() => page.evaluate('heard')).toEqual([['read-logs']])
    await page.evaluate("rastro.changeSettings({ locale: 'en' })")
    expect(find('Ler Logs / Parar')).toBeUndefined()
    find('Pause / Continue')?.click?.()
    await expect.poll(() => page.evaluate('heard')).toEqual([['read-logs'], ['pause']])
  })

  it('remembers its place, its settings and its recents over a restart', async () => {
    const first = await launchShell({ argv: [file('kept.log')] })
    await first.page.evaluate("rastro.changeSettings({ locale: 'en', theme: 'light' })")
    first.window.bounds = { x: 100, y: 50, width: 900, height: 700 }
    first.window.maximized = true
    await quitShell()
    const second = await launchShell({ argv: [file('kept.log')] })
    expect(second.window.options).toMatchObject({ x: 100, y: 50, width: 900, height: 700 })
    expect(second.window.maximized).toBe(true)
    expect(await second.page.evaluate('rastro.settings()')).toEqual({
      locale: 'en',
      theme: 'light',
    })
    second.window.maximized = false
    await quitShell()

    scene.displays = [{ x: 0, y: 0, width: 800, height: 40 }]
    const third = await launchShell({ argv: [file('kept.log')] })
    expect(third.window.options).toMatchObject({ width: 800, height: 40 })
    expect(third.window.options).not.toHaveProperty('x')
  })

  it('starts with its defaults and a warning when what it kept is broken', async () => {
    const folder = sceneFolder('userData')
    const hostile = '{"__proto__":{"polluted":true},"theme":["dark"],"locale":{}}'
    writeFileSync(join(folder, 'settings.json'), hostile)
    writeFileSync(join(folder, 'window.json'), '{"bounds":{"x":1e999,"y":0}}')
    writeFileSync(join(folder, 'recents.json'), `{"recents":["${'x'.repeat(2 ** 20)}"]}`)
    const { page, written } = await launchShell({ argv: [file('a.log')] })
    expect(await page.evaluate('rastro.settings()')).toEqual({ locale: null, theme: 'system' })
    expect(written.filter((line) => line.includes('the defaults are used'))).toHaveLength(3)
    expect(readFileSync(join(folder, 'settings.json.broken'), 'utf8')).toBe(hostile)
    expect(Object.keys({})).toEqual([])
    expect('polluted' in {}).toBe(false)
  })

  it('closes its server before it ends, also when it is asked to quit twice', async () => {
    const { servers } = await launchShell()
    app.quit()
    await quitShell()
    expect(scene.exits).toEqual([0])
    await expect(fetch(`${servers[0]?.url}healthz`)).rejects.toThrow()
  })

  it('keeps the window through a fault that nobody caught, and says so once', async () => {
    const { page, window, servers } = await launchShell({ argv: [file('a.log')] })
    const fault = process.listeners('uncaughtException').at(-1)
    fault?.(new Error('a stream handler broke'), 'uncaughtException')
    fault?.(new Error('and again'), 'uncaughtException')
    await expect.poll(() => scene.dialogs.length).toBe(1)
    expect(scene.dialogs[0]?.options.detail).toContain('A leitura continua')
    expect(window.isDestroyed()).toBe(false)
    expect(servers).toHaveLength(1)
    expect(await openLogs(page)).toContain('a.log')
  })

  it('starts a dead server again at the same address with the same logs', async () => {
    const { page, window, servers, asked } = await launchShell({ argv: [file('a.log')] })
    await servers[0]?.close()
    process.listeners('uncaughtException').at(-1)?.(new Error('it died'), 'uncaughtException')
    await expect.poll(() => scene.dialogs.length).toBe(1)
    expect(scene.dialogs[0]?.options.detail).toContain('reiniciado')
    expect(servers).toHaveLength(2)
    expect(servers[1]?.url).toBe(servers[0]?.url)
    expect(asked[1]?.token).toBe(asked[0]?.token)
    expect(await openLogs(page)).toContain('a.log')
    expect(window.isDestroyed()).toBe(false)
  })

  it('loads the page again when its process died, three times, then asks', async () => {
    const { window } = await launchShell({ argv: [file('a.log')] })
    let loads = 0
    const load = window.loadURL.bind(window)
    window.loadURL = async (url) => {
      loads += 1
      await load(url)
    }
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    for (let times = 1; times <= 3; times += 1) {
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
      await expect.poll(() => loads).toBe(times)
    }
    expect(scene.dialogs).toEqual([])
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await expect.poll(() => scene.dialogs.length).toBe(1)
    expect(loads).toBe(3)
  })

  it('says why and ends when the server cannot listen', async () => {
    const started = startShell({
      argv: ['electron', '.'],
      cwd: sceneFolder('cwd'),
      ownLog: silentLog,
      preload: 'preload.cjs',
      startServer: (options) => startServer({ ...options, host: '203.0.113.1' }),
    })
    app.becomeReady()
    await started
    expect(scene.dialogs).toMatchObject([
      { kind: 'error', options: { title: 'O Rastro não pôde iniciar' } },
    ])
    expect(scene.exits).toEqual([1])
  })
})
