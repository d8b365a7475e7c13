import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { beginStream, startSsePeer } from '../support/sse-peer.ts'
import { expectAccessible } from './expect-accessible.ts'
import { test as base, expect } from './rastro-test.ts'

/** The server of the page. */
interface Home {
  /** Ends it and starts it anew, at the same address. */
  restart(): Promise<void>
}

const test = base.extend<{ readonly home: Home }>({
  home: async ({ folder, serve, rastro }, use) => {
    const near = join(folder, 'near.log')
    await writeFile(near, 'near\n')
    const first = await serve([near])
    // A port of its own choosing is not known again: this one is.
    await first.stop()
    const start = () => serve([near], '--port', String(first.port))
    let running = await start()
    await rastro.page.goto(running.url)
    await use({
      async restart() {
        await running.stop()
        running = await start()
      },
    })
  },
})

const TOKEN = 'c2VjcmV0LXRva2VuLWZvci10ZXN0cw'

async function connect(page: Page, url: string, words: readonly [string, string, string]) {
  const [open, field, submit] = words
  await page.getByRole('button', { name: open }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: field }).fill(url)
  await dialog.getByRole('button', { name: submit }).click()
  await expect(dialog).toBeHidden()
}

const IN_PORTUGUESE = ['Conectar URL…', 'Endereço', 'Conectar'] as const
const IN_ENGLISH = ['Connect URL…', 'Address', 'Connect'] as const

/**
 * React Aria says “pending” by the button itself, for 7 s (its LiveAnnouncer), and the dialog of the
 * button is closed by then.
 */
async function untilSaid(page: Page): Promise<void> {
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0)
}

/** A stream that numbers its lines, and lets in who has the token; null lets everybody in. */
async function startPeer(token: string | null) {
  return startSsePeer(({ request, response }) => {
    if (token !== null && request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end()
      return
    }
    const next = Number(request.headers['last-event-id'] ?? '0') + 1
    beginStream(response, `id: ${next}\ndata: number ${next} of the stream\n\n`)
  })
}

test('brings streams back after a restart of the server, and asks for the token of one', async ({
  home,
  rastro,
}) => {
  const [open, locked] = [await startPeer(null), await startPeer(TOKEN)]
  const { page } = rastro
  await connect(page, `${open.origin}/stream`, IN_PORTUGUESE)
  await expect(rastro.line('number 1 of the stream')).toBeVisible()
  await connect(page, `${locked.origin}/?token=${TOKEN}`, IN_PORTUGUESE)
  await expect(rastro.line('number 1 of the stream')).toBeVisible()

  await home.restart()
  const source = rastro.source(/stream-logs/)
  await expect(source).toContainText('desconectado', { timeout: 40_000 })
  await expect(rastro.source(/\/stream$|\/stream,/)).toContainText('ao vivo')
  // What came before the restart is there to be read, and the status bar says what is missing.
  await expect(rastro.line('number 1 of the stream')).toBeVisible()
  await expect(rastro.status).toContainText('precisa do token')
  await untilSaid(page)
  await expectAccessible(page, 'a stream without its token')

  await source.getByRole('button', { name: /^Token…/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Conectar com um token' })
  const field = dialog.getByRole('textbox', { name: 'Token' })
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('type', 'password')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Digite o token.')
  await field.fill('not-the-token')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('pede um token (401)')
  await expectAccessible(page, 'the question for a token')
  await field.fill(TOKEN)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(rastro.line('number 2 of the stream')).toBeVisible()
  await expect(source).toContainText('ao vivo')
  expect(await page.content()).not.toContain(TOKEN)
  await Promise.all([open.close(), locked.close()])
})

test.describe('on an English system', () => {
  test.use({ locale: 'en-GB' })

  test('says in the place of the lines what a stream waits for, and keeps it there when asked in vain', async ({
    home,
    rastro,
  }) => {
    const { page } = rastro
    const peer = await startSsePeer(({ request, response }) => {
      if (request.url?.includes('key=right') !== true) response.writeHead(403).end()
      else beginStream(response, 'id: 1\ndata: by the key\n\n')
    })
    await connect(page, `${peer.origin}/events?key=right`, IN_ENGLISH)
    await expect(rastro.line('by the key')).toBeVisible()
    await home.restart()
    const source = rastro.source(/\/events/)
    await expect(source).toContainText('disconnected', { timeout: 40_000 })
    await source.click()
    const stage = page.getByRole('main')
    await expect(stage).toContainText('The stream is waiting for its token')
    await untilSaid(page)
    await expectAccessible(page, 'a stream that is waiting for its token')
    await stage.getByRole('button', { name: /^Token…/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Connect with a token' })
    await dialog.getByRole('textbox', { name: 'Token' }).fill('wrong')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('(403)')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(rastro.sources.getByRole('row', { name: /\/events/ })).toHaveCount(1)
    await expect(source).toContainText('disconnected')

    // By the palette, too.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('token')
    await page.keyboard.press('Enter')
    await dialog.getByRole('textbox', { name: 'Token' }).fill('right')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(rastro.line('by the key').last()).toBeVisible()
    await expect(rastro.sources.getByRole('row', { name: /\/events/ })).toHaveCount(1)
    await peer.close()
  })
})
