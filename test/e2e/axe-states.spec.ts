import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer } from '../../src/server/start-server.ts'
import { rulesIn, THEMES } from './axe-themes.ts'
import { COLOURFUL } from './colourful-lines.ts'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './rastro-test.ts'

// Axe looks at every element of a page two dozen times: far above what a free machine needs.
test.describe.configure({ timeout: 600_000 })

for (const [theme, contrast] of THEMES) {
  test(`finds nothing where there are no lines or no server, ${theme}, contrast ${contrast}`, async ({
    folder,
    rastro,
  }) => {
    const { page } = rastro
    const check = (state: string) => expectAccessible(page, state, rulesIn(theme))
    const stage = (title: string) => page.getByRole('heading', { name: title })
    await page.emulateMedia({ colorScheme: theme, contrast })
    const empty = join(folder, 'empty.log')
    await writeFile(empty, '')
    const generatorFile = join(folder, 'teste.log')
    const server = await startServer({ token: null, generatorFile, dataFolder: folder })

    // Nobody sees this for long: the answer is held back meanwhile.
    const answer = Promise.withResolvers<void>()
    await page.route('**/api/logs', async (route) => {
      await answer.promise
      await route.continue()
    })
    await page.goto(server.url)
    await expect(stage('Conectando…')).toBeVisible()
    await check('loading')
    answer.resolve()
    await expect(stage('Nenhum log ainda')).toBeVisible()
    await check('first start')
    await rastro.button('Ler Logs').click()
    await expect(rastro.rows.filter({ visible: true }).first()).toBeVisible()

    server.openFile(empty)
    await rastro.source('empty.log').click()
    await expect(stage('O arquivo está vazio')).toBeVisible()
    await check('an empty file')
    server.openFile(join(folder, 'missing.log'))
    await rastro.source('missing.log').click()
    await expect(stage('Aguardando o arquivo')).toBeVisible()
    await check('waiting for a file')

    // By its key: the button would have its tooltip afterwards, which belongs to no landmark.
    await page.keyboard.press('Control+u')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').first().fill('ftp://127.0.0.1/')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('http e https')
    await check('an address with a mistake')
    await dialog.getByRole('textbox').first().fill('http://127.0.0.1:9/')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(stage('O fluxo está fora de alcance')).toBeVisible()
    await check('a stream out of reach')

    await rastro.source('teste.log').click()
    await expect(rastro.rows.filter({ visible: true }).first()).toBeVisible()
    await server.close()
    await expect(rastro.status).toContainText('reconectando')
    await check('server away')
  })
}

test.describe('in a narrow window, in English', () => {
  test.use({ locale: 'en', viewport: { width: 360, height: 640 } })

  test('finds nothing', async ({ open, rastro }) => {
    const { page } = rastro
    await open(`${COLOURFUL}\n`)
    await expect(rastro.line('IllegalStateException')).toBeVisible()
    await expectAccessible(page, 'narrow')
    await rastro.button('More').click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await expectAccessible(page, 'narrow, with the menu')
    await page.keyboard.press('Escape')
    await rastro.button('Show or hide the sources').click()
    await expect(rastro.sources).toBeVisible()
    await expectAccessible(page, 'narrow, with the sources')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
    await expectAccessible(page, 'narrow palette')
  })
})
