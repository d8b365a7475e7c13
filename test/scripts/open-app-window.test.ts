import { chmod, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.ts'
import { openAppWindow } from '../../scripts/open-app-window.ts'
import { listen } from '../support/listen.ts'
import { tempFolder } from '../support/temp-folder.ts'

const COOKIE = { name: 'rastro-test', value: 'let-me-in' }

/** A real Chromium, without the display that its window would need. */
async function headlessChromium(folder: string): Promise<string> {
  const chromium = await findChromium()
  if (chromium === null) throw new Error('This test needs a Chromium: install one.')
  const wrapper = join(folder, 'chromium')
  await writeFile(wrapper, `#!/bin/sh\nexec '${chromium.path}' --headless "$@"\n`)
  await chmod(wrapper, 0o755)
  return wrapper
}

/** Notes the cookies of every request for the page. */
async function pageServer(): Promise<{ url: string; cookies: (string | undefined)[] }> {
  const cookies: (string | undefined)[] = []
  const server = createServer((request, response) => {
    if (request.url === '/') cookies.push(request.headers.cookie)
    response.setHeader('content-type', 'text/html').end('<title>A page</title>')
  })
  const port = await listen(server)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${port}/`, cookies }
}

describe.skipIf(process.platform !== 'linux')('openAppWindow', () => {
  let folder: string
  let profiles: string
  // Chromium leaves a folder of its own there, too.
  const left = async () =>
    (await readdir(profiles)).filter((name) => name.startsWith('rastro-window-'))

  beforeEach(async () => {
    folder = await tempFolder()
    profiles = await mkdtemp(join(folder, 'profiles-'))
    vi.stubEnv('TMPDIR', profiles)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('lets the page in by a cookie, and leaves neither process nor profile behind', async () => {
    const { url, cookies } = await pageServer()
    const chromium = await headlessChromium(folder)
    const window = await openAppWindow({ chromium, url, cookie: COOKIE })
    onTestFinished(() => window.close())
    expect(await left()).toHaveLength(1)
    await expect.poll(() => cookies, { timeout: 30_000 }).toContain('rastro-test=let-me-in')
    await window.close()
    expect(await left()).toEqual([])
  })

  it('says that the window was closed when the program could not be started', async () => {
    const chromium = join(folder, 'no-such-program')
    const window = await openAppWindow({ chromium, url: 'http://h/', cookie: COOKIE })
    await window.closed
    expect(await left()).toEqual([])
  })
})
