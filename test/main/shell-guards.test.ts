import { describe, expect, it, vi } from 'vitest'
import { session } from '../support/electron-stand-in.ts'
import { scene } from '../support/electron-stand-in-control.ts'
import { launchShell } from '../support/launch-shell.ts'
import { stageScene } from '../support/stage-scene.ts'
import { userFile } from '../support/user-file.ts'

describe('what the shell keeps the page from', () => {
  stageScene()

  it('denies every permission but writing text to the clipboard from its own page', async () => {
    const { servers } = await launchShell({ argv: [userFile('a.log')] })
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
    const { servers } = await launchShell({ argv: [userFile('a.log')] })
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
    const { page, window } = await launchShell({ argv: [userFile('a.log')] })
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
    const { page, window } = await launchShell({ argv: [userFile('a.log')] })
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
})
