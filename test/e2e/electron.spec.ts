import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { _electron, type ElectronApplication, expect, test } from '@playwright/test'
import { findElectron } from '../../scripts/find-electron.ts'

const ROOT = join(import.meta.dirname, '../..')
const executablePath = findElectron(ROOT)

/** The unpackaged app: the package's fuses refuse the inspector through which Playwright drives it. */
async function launch(folder: string, files: readonly string[]): Promise<ElectronApplication> {
  if (executablePath === null) throw new Error('There is no Electron runtime.')
  // Root cannot have Chromium's sandbox.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...sandbox, `--user-data-dir=${join(folder, 'user-data')}`, ROOT, ...files]
  return await _electron.launch({ executablePath, args, cwd: folder })
}

test.describe('the desktop app, in Electron itself', () => {
  let folder = ''
  let log = ''

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rastro-electron-'))
    log = join(folder, 'a.log')
    await writeFile(log, 'first line\n')
  })
  test.afterEach(() => rm(folder, { recursive: true, force: true }))

  test('an Electron runtime is there when it is required', () => {
    test.skip(
      process.env.REQUIRE_ELECTRON !== '1',
      'REQUIRE_ELECTRON=1 was not asked for: the tests below run only where a runtime is.',
    )
    expect(executablePath, 'REQUIRE_ELECTRON=1, but no Electron runtime was found').not.toBeNull()
  })

  test.describe('with a runtime', () => {
    test.skip(
      executablePath === null,
      'No Electron runtime was found: neither fetched by the electron package nor named by ELECTRON_OVERRIDE_DIST_PATH.',
    )

    test('shows a log live in a window without Node, without a token in its address', async () => {
      const app = await launch(folder, [log])
      const page = await app.firstWindow()
      await page.getByRole('button', { name: /Ler Logs|Read Logs/ }).click()
      await expect(page.getByText('first line')).toBeVisible()
      await appendFile(log, 'second line\n')
      await expect(page.getByText('second line')).toBeVisible()
      expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined')
      expect(await page.evaluate('Object.keys(window.rastro).length')).toBe(9)
      await app.close()
    })

    test('has every window in the sandbox, isolated and without Node', async () => {
      const app = await launch(folder, [log])
      await app.firstWindow()
      const preferences = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(({ webContents }) => {
          // Electron's own tests use it, its types leave it out.
          const read: () => unknown = Reflect.get(webContents, 'getLastWebPreferences')
          return read.call(webContents)
        }),
      )
      expect(preferences).toHaveLength(1)
      expect(preferences[0]).toMatchObject({
        nodeIntegration: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
      })
      await app.close()
    })

    test('refuses to be led away, new windows and permissions', async () => {
      const app = await launch(folder, [log])
      const page = await app.firstWindow()
      const home = page.url()
      // Nobody is there to answer the question of the shell.
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
      })
      await page.evaluate("location.href = 'http://127.0.0.1:1/'")
      await page.evaluate("window.open('http://127.0.0.1:1/')")
      expect(await page.evaluate('Notification.requestPermission()')).toBe('denied')
      expect(page.url()).toBe(home)
      expect(app.windows()).toHaveLength(1)
      await app.close()
    })

    test('opens what the native dialog answers', async () => {
      const other = join(folder, 'picked.log')
      await writeFile(other, 'picked line\n')
      const app = await launch(folder, [log])
      const page = await app.firstWindow()
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
      }, other)
      expect(await page.evaluate('rastro.openFileDialog()')).toHaveLength(1)
      await expect(page.getByText('picked.log').first()).toBeVisible()
      await app.close()
    })

    test('hands the files of a second launch to the first and leaves no server behind', async () => {
      const other = join(folder, 'second.log')
      await writeFile(other, 'x\n')
      const app = await launch(folder, [log])
      const page = await app.firstWindow()
      const second = launch(folder, [other])
      await expect(page.getByText('second.log').first()).toBeVisible()
      // The second process ends before Playwright has a window of it.
      await second.then((ended) => ended.close()).catch(() => undefined)
      const { origin } = new URL(page.url())
      await app.close()
      await expect
        .poll(() =>
          fetch(`${origin}/healthz`).then(
            () => 'answers',
            () => 'gone',
          ),
        )
        .toBe('gone')
    })
  })
})
