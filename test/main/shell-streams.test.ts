import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serverState } from '../../src/shared/protocol.ts'
import { Menu } from '../support/electron-stand-in.ts'
import { sceneFolder } from '../support/electron-stand-in-control.ts'
import { type LaunchedShell, launchShell, quitShell } from '../support/launch-shell.ts'
import { beginStream, startSsePeer } from '../support/sse-peer.ts'
import { stageScene } from '../support/stage-scene.ts'
import { userFile } from '../support/user-file.ts'

async function phasesOf({ page }: LaunchedShell): Promise<string> {
  const text = await page.evaluate("fetch('/api/logs').then((answer) => answer.text())")
  const { logs } = serverState.parse(JSON.parse(String(text)))
  return logs.map(({ name, phase }) => `${name.replace(/:\d+/, '')} ${phase.kind}`).join(', ')
}

async function connect({ page }: LaunchedShell, url: string): Promise<void> {
  const body = JSON.stringify(JSON.stringify({ kind: 'remote', url }))
  const headers = "{ 'Content-Type': 'application/json' }"
  await page.evaluate(`fetch('/api/logs', { method: 'POST', headers: ${headers}, body: ${body} })`)
}

async function startPeer() {
  const peer = await startSsePeer(({ response }) => {
    beginStream(response, 'id: 1\ndata: one\n\n')
  })
  onTestFinished(() => peer.close())
  return peer
}

describe('remote streams of the shell', () => {
  stageScene()

  it('come back at the next start, and no generator is offered beside them', async () => {
    const peer = await startPeer()
    const first = await launchShell()
    await connect(first, `${peer.origin}/open`)
    await connect(first, `${peer.origin}/stream-logs?token=hush-hush`)
    await expect.poll(() => phasesOf(first)).toContain('stream-logs live')
    await quitShell()
    expect(readFileSync(join(sceneFolder('userData'), 'streams.json'), 'utf8')).not.toMatch(/hush/)

    const second = await launchShell()
    await expect
      .poll(() => phasesOf(second))
      .toBe('127.0.0.1/open live, 127.0.0.1/stream-logs refused')
  })

  it('stay away when the user does not want to have logs reopened', async () => {
    const peer = await startPeer()
    const first = await launchShell()
    await connect(first, `${peer.origin}/open`)
    await expect.poll(() => phasesOf(first)).toContain('open live')
    const entry = Menu.current()
      .flatMap((menu) => menu.submenu ?? [])
      .find(({ label }) => label === 'Reabrir os logs no próximo início')
    entry?.click?.({ checked: false })
    await quitShell()
    const second = await launchShell({ argv: [userFile('a.log')] })
    expect(await phasesOf(second)).toBe('a.log following')
  })
})
