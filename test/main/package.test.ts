import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/build.ts'
import { dist } from '../../scripts/dist.ts'
import { writeElectronDistStandIn } from '../support/electron-dist-stand-in.ts'

const ROOT = join(import.meta.dirname, '../..')
const BUILT = ['dist/main/main.js', 'dist/main/preload.cjs', 'dist/server/cli.js']

/** A fuse is one character of the wire. */
const ON = '1'.charCodeAt(0)
const OFF = '0'.charCodeAt(0)

let folder = ''
let unpacked = ''
let archive = ''

/** Starts the packaged server's file with Node, answers its first line of output. */
async function serve(cli: string, args: readonly string[]) {
  const child = spawn(process.execPath, [cli, 'serve', '--no-cache', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const said: unknown = JSON.parse(line)
    const url = said !== null && typeof said === 'object' && 'url' in said ? String(said.url) : ''
    return { child, url: new URL(url) }
  }
  throw new Error('The packaged server said nothing.')
}

async function end(child: ChildProcess): Promise<number | null> {
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  child.kill('SIGTERM')
  return await exited
}

// The executable's place and the fuses inside an app bundle differ on the other systems.
describe.runIf(process.platform === 'linux')('the package, on a stand-in distribution', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rastro-package-'))
    if (!BUILT.every((path) => existsSync(join(ROOT, path)))) await build()
    const electronDist = join(folder, 'electron')
    await writeElectronDistStandIn(electronDist)
    await dist({ dir: true, electronDist, output: join(folder, 'release') })
    unpacked = join(folder, 'release', 'linux-unpacked')
    archive = join(unpacked, 'resources', 'app.asar')
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('holds the built files and nothing else', () => {
    const files = listPackage(archive, { isPack: false }).filter((path) =>
      /\.\w+$|LICENSE$/.test(path),
    )
    const expected =
      /^\/(LICENSE|LICENSES\.md|package\.json|dist\/(main\/(main\.js|preload\.cjs)|server\/cli\.js|renderer\/.*|examples\/\w+\.html))$/
    expect(files.filter((path) => !expected.test(path))).toEqual([])
    for (const path of BUILT) expect(files).toContain(`/${path}`)
    expect(files).toContain('/dist/examples/client.html')
    // The font's licence asks to go wherever the font goes.
    expect(files).toContain('/LICENSES.md')
    expect(files.filter((path) => /node_modules|\.map$|\.tsx?$/.test(path))).toEqual([])
  })

  it('names the entry of the app and no scripts in its package.json', () => {
    const described: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'))
    expect(described).toMatchObject({ main: 'dist/main/main.js', type: 'module' })
    expect(described).not.toHaveProperty('scripts')
    expect(described).not.toHaveProperty('devDependencies')
  })

  it('carries no trace of the machine that built it', async () => {
    for (const path of BUILT) {
      const text = extractFile(archive, path).toString('utf8')
      expect(text.includes(ROOT), path).toBe(false)
      expect(text.includes('sourceMappingURL'), path).toBe(false)
    }
  })

  it('leaves out what came with the distribution and nobody needs', async () => {
    expect((await readdir(join(unpacked, 'resources'))).sort()).toEqual(['app.asar'])
    expect((await readdir(join(unpacked, 'locales'))).sort()).toEqual(['en-US.pak', 'pt-BR.pak'])
    expect(existsSync(join(unpacked, 'rastro'))).toBe(true)
    expect(existsSync(join(unpacked, 'electron'))).toBe(false)
    expect(existsSync(join(unpacked, 'version'))).toBe(false)
  })

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'rastro'))
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableCookieEncryption]: ON,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
    })
  })

  it('serves lines and the page from the files in the archive alone', async () => {
    const app = join(folder, 'extracted')
    extractAll(archive, app)
    const log = join(folder, 'a.log')
    await writeFile(log, 'first\nsecond\n')
    const { child, url } = await serve(join(app, 'dist/server/cli.js'), [
      log,
      '--port',
      '0',
      '--no-token',
      '--json',
    ])
    try {
      const stopped = new AbortController()
      const stream = await fetch(new URL('/stream-logs?tail=all', url), { signal: stopped.signal })
      expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/)
      let text = ''
      for await (const part of stream.body ?? []) {
        text += Buffer.from(part).toString('utf8')
        if (text.includes('data: second')) break
      }
      stopped.abort()
      expect(text).toContain('data: first')

      const page = await fetch(new URL('/', url))
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      const html = await page.text()
      const script = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? ''
      const asset = await fetch(new URL(script, url))
      expect(asset.status).toBe(200)
      const packed = await readFile(join(app, 'dist/renderer', script))
      expect((await asset.bytes()).length).toBe(packed.length)
      const example = await fetch(new URL('/examples/client.html', url))
      expect(example.status).toBe(200)
    } finally {
      expect(await end(child)).toBe(0)
    }
  })

  it('starts its main process and shows its page, on the stand-in for Electron', async () => {
    const app = join(folder, 'extracted-main')
    extractAll(archive, app)
    const log = join(folder, 'b.log')
    await writeFile(log, 'first\n')
    const run = join(ROOT, 'test/support/run-built-main.ts')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [run, join(app, 'dist/main/main.js'), log],
      { cwd: folder, timeout: 60_000 },
    )
    const shown: unknown = JSON.parse(stdout)
    expect(shown).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
      title: expect.stringContaining('Rastro'),
      bridge: 'function',
      settings: { locale: null, theme: 'system' },
      logs: expect.stringContaining('b.log'),
      // The engine's, started from the archive's files alone.
      threads: expect.arrayContaining(['reader']),
    })
  }, 60_000)
})
