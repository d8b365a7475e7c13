import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { callsOf, standInBridge } from './bridge-stand-in.ts'
import { expect, test } from './rastro-test.ts'

test('offers the streams that were connected before', async ({ show, rastro }) => {
  await standInBridge(rastro.page, [])
  await show({ 'one.log': 'one\n' })
  const recents = rastro.sources.getByRole('grid', { name: 'Recent' })
  await recents.getByRole('row', { name: 'http://127.0.0.1:9/stream-logs' }).press('Enter')
  await expect(rastro.sources).toContainText('Remote')
  await expect(rastro.status).toContainText('The address cannot be reached')
})

test('opens a file again that was open before', async ({ open, rastro }) => {
  await standInBridge(rastro.page, ['two.log'])
  await open({ 'one.log': 'from one\n', 'two.log': 'from two\n' })
  await expect(rastro.line('from one')).toBeVisible()
  const recents = rastro.sources.getByRole('grid', { name: 'Recent' })
  await recents.getByRole('row', { name: 'before.log' }).click()
  await expect(rastro.line('from two')).toBeVisible()
  await expect.poll(() => callsOf(rastro.page)).toContain('openRecent /var/log/before.log')
})

test('forgets a recent one by keyboard', async ({ show, rastro }) => {
  await standInBridge(rastro.page, [])
  await show({ 'one.log': 'one\n' })
  const recents = rastro.sources.getByRole('grid', { name: 'Recent' })
  await recents.getByRole('row', { name: 'before.log' }).focus()
  await rastro.page.keyboard.press('ArrowRight')
  await expect(
    recents.getByRole('button', { name: 'Remove before.log from the recent ones' }),
  ).toBeFocused()
  await rastro.page.keyboard.press('Enter')
  await expect(recents.getByRole('row')).toHaveCount(1)
  await expect.poll(() => callsOf(rastro.page)).toContain('removeRecent /var/log/before.log')
})

test('hands no token to the recents of the app', async ({ folder, serve, rastro }) => {
  const [here, there] = [join(folder, 'here.log'), join(folder, 'there.log')]
  await writeFile(here, 'here\n')
  await writeFile(there, 'from there\n')
  const far = await serve([there], '--token', 'a-secret-word')
  await standInBridge(rastro.page, [])
  await rastro.page.goto((await serve([here])).url)
  await rastro.button('Connect URL…').click()
  const dialog = rastro.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(far.url)
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(rastro.line('from there')).toBeVisible()
  const added = () => callsOf(rastro.page).then((calls) => calls.filter((call) => /add/.test(call)))
  await expect.poll(added).toEqual([`addRecent ${new URL('/', far.url).href}`])
})
