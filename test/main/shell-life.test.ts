import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { startShell } from '../../src/main/start-shell.ts'
import { silentLog } from '../../src/server/own-log.ts'
import { startServer } from '../../src/server/start-server.ts'
import { app } from '../support/electron-stand-in.ts'
import { scene, sceneFolder } from '../support/electron-stand-in-control.ts'
import { launchShell, quitShell } from '../support/launch-shell.ts'
import { stageScene } from '../support/stage-scene.ts'
import { openLogs, userFile } from '../support/user-file.ts'

describe('the life of the shell', () => {
  stageScene()

  it('closes its server before it ends, also when it is asked to quit twice', async () => {
    const { servers } = await launchShell()
    app.quit()
    await quitShell()
    expect(scene.exits).toEqual([0])
    await expect(fetch(`${servers[0]?.url}healthz`)).rejects.toThrow()
  })

  it('closes its server also while the page reads streams, and leaves no connection', async () => {
    const { page, servers } = await launchShell({ argv: [userFile('a.log')] })
    await page.evaluate(() =>
      Promise.all(
        [1, 2, 3].map(
          () =>
            new Promise((resolve) => {
              new EventSource('/stream-logs?tail=all').onmessage = resolve
            }),
        ),
      ),
    )
    await quitShell()
    await expect(fetch(`${servers[0]?.url}healthz`)).rejects.toThrow()
  })

  it('keeps the window through a fault that nobody caught, and says so once', async () => {
    const { page, window, servers } = await launchShell({ argv: [userFile('a.log')] })
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
    const { page, window, servers, asked } = await launchShell({ argv: [userFile('a.log')] })
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
    const { window } = await launchShell({ argv: [userFile('a.log')] })
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
