import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { beginStream, startSsePeer } from '../support/sse-peer.ts'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

/** What the page shows before it is connected to anything. */
const NEAR = 'near\n'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Conectar a um fluxo' })

async function connect(page: Page, url: string): Promise<void> {
  await page.getByRole('button', { name: 'Conectar URL…' }).first().click()
  await dialogOf(page).getByRole('textbox', { name: 'Endereço' }).fill(url)
  await dialogOf(page).getByRole('button', { name: 'Conectar' }).click()
}

test('reads the log of a second Rastro by its address with the token', async ({
  folder,
  serve,
  show,
  rastro,
}) => {
  const far = join(folder, 'far.log')
  await writeFile(far, numbered(1, 4))
  const remote = await serve([far], '--token=c2VjcmV0LXRva2VuLWZvci10ZXN0cw')
  await show(NEAR)
  await connect(rastro.page, remote.url)
  await expect(dialogOf(rastro.page)).toBeHidden()
  await expect(rastro.line('line 3')).toBeVisible()
  await appendFile(far, 'line 4\n')
  await expect(rastro.line('line 4')).toBeVisible()
  await expect(rastro.sources).toContainText('Remotos')
  // The token is a secret: it is nowhere on the page.
  expect(await rastro.page.content()).not.toContain('c2VjcmV0')
})

test('reads any other event stream, with its own way of framing', async ({ show, rastro }) => {
  // As sse-starlette does: CRLF, the line feed of the log inside the data, comments as pings.
  const peer = await startSsePeer(({ response }) => {
    beginStream(response, ': ping - 2026-11-23\r\n\r\n')
    response.write('id: 0\r\ndata: first of python\r\ndata: \r\n\r\n')
    response.write('id: 1\r\ndata: second of python\r\ndata: \r\n\r\n')
  })
  await show(NEAR)
  await connect(rastro.page, `${peer.origin}/stream-logs`)
  await expect(rastro.line('second of python')).toBeVisible()
  expect((await rastro.filled()).map(({ text }) => text)).toEqual([
    'first of python',
    'second of python',
  ])
  await expect(rastro.status).toContainText('Ao vivo')
  await peer.close()
  await expect(rastro.status).toContainText('Reconectando:')
  await expect(rastro.line('second of python')).toBeVisible()
})

const REFUSED = [
  ['an address that is none', () => 'not an address', 'Isto não é um endereço.'],
  ['another scheme', () => 'ftp://host/log', 'Só é possível conectar a endereços http e https.'],
  ['a name and a password', () => 'http://user:secret@host/', 'não pode levar usuário e senha'],
  ['its own address', (own: string) => own, 'endereço deste mesmo Rastro'],
] as const

for (const [what, address, sentence] of REFUSED) {
  test(`says beside the field why ${what} is refused`, async ({ show, rastro }) => {
    const { url } = await show(NEAR)
    await connect(rastro.page, address(url))
    await expect(dialogOf(rastro.page)).toContainText(sentence)
    const field = dialogOf(rastro.page).getByRole('textbox', { name: 'Endereço' })
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await field.press('End')
    await field.press('x')
    await expect(dialogOf(rastro.page)).not.toContainText(sentence)
  })
}

const ANSWERS = [
  [204, 'text/event-stream', 'não há mais nada para ler (204)'],
  [401, 'text/plain', 'pede um token (401)'],
  [404, 'text/html', 'Não há um fluxo neste endereço (404)'],
  [200, 'text/html', 'não é um fluxo de eventos'],
] as const

for (const [status, contentType, sentence] of ANSWERS) {
  test(`says what the answer ${status} ${contentType} means`, async ({ show, rastro }) => {
    const peer = await startSsePeer(({ response }) => {
      response.writeHead(status, { 'content-type': contentType }).end()
    })
    await show(NEAR)
    await connect(rastro.page, peer.origin)
    await expect(dialogOf(rastro.page)).toContainText(sentence)
    await expect(rastro.page.getByText('Remotos')).toHaveCount(0)
    await peer.close()
  })
}

test('remembers addresses without their tokens', async ({ folder, serve, show, rastro }) => {
  const far = join(folder, 'far.log')
  await writeFile(far, 'far\n')
  const remote = await serve([far], '--token=c2VjcmV0LXRva2VuLWZvci10ZXN0cw')
  await show(NEAR)
  await connect(rastro.page, remote.url)
  await expect(dialogOf(rastro.page)).toBeHidden()
  await rastro.button('Conectar URL…').click()
  const recents = dialogOf(rastro.page).getByRole('listbox', { name: 'Endereços recentes' })
  await recents.getByRole('option').first().click()
  const field = dialogOf(rastro.page).getByRole('textbox', { name: 'Endereço' })
  await expect(field).toHaveValue(`http://127.0.0.1:${remote.port}/`)
})
