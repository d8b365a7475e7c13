import { appendFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './rastro-test.ts'

test('reads the logs of a folder, and those that come while it is read', async ({
  folder,
  serve,
  rastro,
}) => {
  const logs = join(folder, 'logs')
  await mkdir(logs)
  await writeFile(join(logs, 'a.log'), 'first of a\n')
  await writeFile(join(logs, 'b.log'), 'first of b\n')
  await writeFile(join(logs, 'notes.md'), 'no log\n')
  await writeFile(join(folder, 'secret.log'), 'secret\n')
  await symlink(join(folder, 'secret.log'), join(logs, 'linked.log'))
  const { page } = rastro
  await rastro.read((await serve([logs])).url)
  const tabs = page.getByRole('region', { name: 'Logs abertos' })
  await expect(tabs.getByRole('tab')).toHaveText(['a.log', 'b.log'])
  await expect(rastro.line('first of a')).toBeVisible()

  await writeFile(join(logs, 'c.log'), 'first of c\n')
  await expect(tabs.getByRole('tab')).toHaveCount(3)
  await tabs.getByRole('tab', { name: /^c\.log/ }).click()
  await expect(rastro.line('first of c')).toBeVisible()
  await appendFile(join(logs, 'c.log'), 'second of c\n')
  await expect(rastro.line('second of c')).toBeVisible()
  await expect(rastro.source(/linked|notes|secret/)).toHaveCount(0)

  // A log that was closed stays closed, however often it is written to.
  await tabs.getByRole('button', { name: 'Fechar b.log' }).click()
  await expect(tabs.getByRole('tab')).toHaveCount(2)
  await appendFile(join(logs, 'b.log'), 'second of b\n')
  await writeFile(join(logs, 'd.log'), 'first of d\n')
  await expect(tabs.getByRole('tab')).toHaveText([/^a\.log/, /^c\.log/, /^d\.log/])
})

test('shows the name of a log as text that does nothing', async ({ folder, serve, rastro }) => {
  const logs = join(folder, 'logs')
  await mkdir(logs)
  await writeFile(join(logs, 'a.log'), 'first of a\n')
  await writeFile(join(logs, '\u202e<img src=x onerror=alert(1)>.log'), 'first of b\n')
  const { page } = rastro
  await rastro.read((await serve([logs])).url)
  const tabs = page.getByRole('region', { name: 'Logs abertos' })
  const hostile = tabs.getByRole('tab', { name: /^⟨U\+202E⟩<img src=x onerror=/ })
  await hostile.click()
  await expect(rastro.line('first of b')).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
  await expect(rastro.sources).not.toContainText('\u202e')
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('waits for the logs of a pattern', async ({ folder, serve, rastro }) => {
    const { page } = rastro
    await page.goto((await serve([join(folder, 'pods', '*', '*.txt')])).url)
    await expect(rastro.sources).toContainText('No log is open')
    await rastro.button('Read Logs').click()
    await mkdir(join(folder, 'pods', 'web'), { recursive: true })
    await writeFile(join(folder, 'pods', 'web', 'out.txt'), 'hello from web\n')
    await expect(rastro.line('hello from web')).toBeVisible()
    await writeFile(join(folder, 'pods', 'web', 'other.log'), 'not in the pattern\n')
    await mkdir(join(folder, 'pods', 'db'))
    await writeFile(join(folder, 'pods', 'db', 'db.txt'), 'hello from db\n')
    const tabs = page.getByRole('region', { name: 'Open logs' })
    await expect(tabs.getByRole('tab')).toHaveText(['out.txt', /^db\.txt/])
  })
})
