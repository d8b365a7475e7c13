import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** The files of a folder whose text matches, by their paths below it. */
function filesWith(folder: string, pattern: RegExp): string[] {
  const below = join(ROOT, folder)
  return readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => pattern.test(readFileSync(join(below, path), 'utf8')))
    .sort()
}

// The numbers are those of https://www.electronjs.org/docs/latest/tutorial/security. What a running
// shell shows of them is in the other tests of this folder; here it is that there is no way around.
describe('the security checklist of Electron, in the sources', () => {
  it.each([
    ['1: what a window loads', /\.load(?:URL|File)\(/, ['page-window.ts']],
    ['2 to 12: how contents are made', /new BrowserWindow\(/, ['create-window.ts']],
    ['4: the sandbox of every process', /app\.enableSandbox\(/, ['start-shell.ts']],
    ['5: permissions', /setPermission(?:Request|Check)Handler/, ['guard-session.ts']],
    ['13: navigation', /'will-(?:frame-)?navigate'/, ['guard-contents.ts']],
    ['14: new windows', /setWindowOpenHandler/, ['guard-contents.ts']],
    ['15: programs outside', /\bopenExternal\(/, ['open-outside.ts']],
    ['17: where requests come in', /ipcMain\.(?:handle|on|once)/, ['handle-requests.ts']],
    ['20: what the page sees', /contextBridge|ipcRenderer/, ['preload.ts']],
  ])('has one place for item %s', (_item, pattern, files) => {
    expect(filesWith('src/main', pattern)).toEqual(files)
  })

  it.each([
    ['2: Node in a page', /nodeIntegration\w*: true/],
    ['3: one world for page and preload', /contextIsolation: false/],
    ['4: no sandbox', /sandbox: false/],
    ['6: no same-origin policy', /webSecurity: false/],
    ['8: insecure content', /allowRunningInsecureContent: true/],
    ['9 and 10: unfinished features', /experimentalFeatures: true|enableBlinkFeatures/],
    ['11 and 12: webviews', /webviewTag: true|<webview|allowpopups/i],
    ['14: a window that is allowed', /action: 'allow'/],
    ['18: files as pages', /\.loadFile\(|loadURL\([^)]*file:/],
    ['other contents', /new (?:WebContentsView|BrowserView|BaseWindow)\(/],
    ['switches that loosen Chromium', /appendSwitch|appendArgument/],
    ['certificates taken on trust', /certificate-error|setCertificateVerifyProc/],
    ['scripts sent into the page', /executeJavaScript|insertCSS|\beval\(|new Function\(/],
    ['programs started by paths', /openPath\(|showItemInFolder\(/],
  ])('has nowhere %s', (_what, pattern) => {
    expect(filesWith('src', pattern)).toEqual([])
  })

  it('16: names one version of Electron, which npm cannot change by itself', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('19: sets every fuse, so that no default decides', () => {
    const described = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
    const [, fuses = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(described) ?? []
    expect(fuses.trim().split(/\n\s*/).sort()).toEqual([
      'enableCookieEncryption: true',
      'enableEmbeddedAsarIntegrityValidation: true',
      'enableNodeCliInspectArguments: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'grantFileProtocolExtraPrivileges: false',
      'loadBrowserProcessSpecificV8Snapshot: false',
      'onlyLoadAppFromAsar: true',
      'runAsNode: false',
    ])
  })
})
