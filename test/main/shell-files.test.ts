import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startShell } from '../../src/main/start-shell.ts'
import { silentLog } from '../../src/server/own-log.ts'
import { serverState } from '../../src/shared/protocol.ts'
import { app, BrowserWindow, Menu } from '../support/electron-stand-in.ts'
import { scene, sceneFolder } from '../support/electron-stand-in-control.ts'
import { launchShell, quitShell } from '../support/launch-shell.ts'
import { stageScene } from '../support/stage-scene.ts'
import { openLogs, userFile } from '../support/user-file.ts'

describe('how files come to the shell', () => {
  stageScene()

  it('opens the files of its command line and leaves the generator off', async () => {
    const path = userFile('a.log')
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
    const path = userFile('early.log')
    const { page } = await launchShell({
      beforeReady: () => app.emit('open-file', { preventDefault: vi.fn() }, path),
    })
    expect(await openLogs(page)).toContain('early.log')
  })

  it('takes the files of a second launch, tells the page and comes to the front', async () => {
    const { page, window } = await launchShell({ argv: [userFile('a.log')] })
    await page.evaluate('window.heard = []; window.stop = rastro.onOpened((l) => heard.push(l))')
    window.minimized = true
    app.emit('second-instance', {}, ['x', '--reordered'], '/', { files: [userFile('second.log')] })
    await expect.poll(() => page.evaluate('heard.length')).toBe(1)
    expect(await openLogs(page)).toContain('second.log')
    expect(window.minimized).toBe(false)
    expect(window.focused).toBe(1)

    await page.evaluate('stop()')
    app.emit('second-instance', {}, ['x', '.', 'third.log'], sceneFolder('cwd'), { files: 7 })
    await expect.poll(() => openLogs(page)).toContain('third.log')
    expect(await page.evaluate('heard.length')).toBe(1)
  })

  it('opens the logs of the last session again, and shows those of the launch', async () => {
    const folder = join(sceneFolder('logs-of-user'), 'pods')
    mkdirSync(folder)
    writeFileSync(join(folder, 'pod.log'), 'one\n')
    const first = await launchShell({ argv: [userFile('a.log'), userFile('b.log'), folder] })
    expect(await first.page.evaluate('rastro.toShow()')).toHaveLength(3)
    expect(await first.page.evaluate('rastro.toShow()')).toEqual([])
    const logs = serverState.parse(JSON.parse(await openLogs(first.page)))
    const b = logs.logs.find(({ name }) => name === 'b.log')?.id
    await first.page.evaluate(`fetch('/api/logs/${b}', { method: 'DELETE' })`)
    await expect.poll(() => openLogs(first.page)).not.toContain('b.log')
    await quitShell()

    const { page } = await launchShell({ argv: [userFile('c.log')] })
    const again = serverState.parse(JSON.parse(await openLogs(page))).logs
    expect(again.map(({ name }) => name)).toEqual(['a.log', 'pod.log', 'c.log'])
    expect(await page.evaluate('rastro.toShow()')).toEqual([again[2]?.id])
    expect(await openLogs(page)).not.toContain('teste.log')
  })

  it('begins without the last session when the user wants it so', async () => {
    await launchShell({ argv: [userFile('a.log')] })
    const entry = Menu.current()
      .flatMap((menu) => menu.submenu ?? [])
      .find(({ label }) => label === 'Reabrir os logs no próximo início')
    entry?.click?.({ checked: false })
    await quitShell()
    const { page } = await launchShell({ argv: [userFile('b.log')] })
    expect(await openLogs(page)).not.toContain('a.log')
  })

  it('opens the logs of a folder by its own dialog', async () => {
    const { page } = await launchShell({ argv: [userFile('a.log')] })
    const folder = sceneFolder('logs-of-user')
    userFile('b.log')
    scene.fileAnswers.push([folder])
    expect(await page.evaluate('rastro.openFolderDialog()')).toHaveLength(2)
    expect(await page.evaluate('rastro.openFolderDialog()')).toEqual([])
    expect(scene.dialogs[0]?.options.properties).toContain('openDirectory')
    userFile('c.log')
    await expect.poll(() => openLogs(page), { timeout: 10_000 }).toContain('c.log')
    expect(await page.evaluate('rastro.recents()')).toMatchObject([{ target: folder }, {}])
  })

  it('hands its files over and ends when another instance runs', async () => {
    scene.lock = false
    const path = userFile('b.log')
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
})
