import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.ts'
import { endRuns, runProgram } from './run-cli.ts'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const LAUNCHER = join(PROJECT, 'bin', 'rastro.js')

let root: string

beforeEach(async () => {
  root = await tempFolder()
  await mkdir(join(root, 'bin'))
  await copyFile(LAUNCHER, join(root, 'bin', 'rastro.js'))
  await writeFile(join(root, 'package.json'), '{"type":"module"}')
})

afterEach(endRuns)

async function place(file: string, text: string): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true })
  await writeFile(join(root, file), text)
}

/** Makes the launcher believe that it runs on another Node; the Node of the program it starts is real. */
async function launch(args: readonly string[], version?: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  await place('pretend.cjs', version === undefined ? '' : pretend)
  const node = ['--require', join(root, 'pretend.cjs'), join(root, 'bin', 'rastro.js'), ...args]
  return runProgram(process.execPath, node, { cwd: root })
}

const PRINT = 'console.log(JSON.stringify(process.argv.slice(2)))'

describe('bin/rastro.js', () => {
  it('runs the built server before the sources', async () => {
    await place('dist/server/cli.js', `console.log('built'); ${PRINT}`)
    await place('src/server/cli.ts', `console.log('source')`)
    const run = await launch(['serve', 'a b.log'])
    expect(await run.ended).toBe(0)
    expect(run.stdout()).toBe('built\n["serve","a b.log"]\n')
  })

  it('runs the sources when nothing is built', async () => {
    await place('src/server/cli.ts', `const kind: string = 'source'; console.log(kind); ${PRINT}`)
    const run = await launch(['generate'])
    expect(await run.ended).toBe(0)
    expect(run.stdout()).toBe('source\n["generate"]\n')
  })

  it('says how to build when there is neither', async () => {
    const run = await launch(['serve'])
    expect(await run.ended).toBe(2)
    expect(run.stderr()).toMatch(/^Rastro is not built here: [^\n]*npm run build[^\n]*\n$/)
  })

  it('says what it needs on an old Node without another at hand', async () => {
    await place('dist/server/cli.js', PRINT)
    const run = await launch(['serve'], '20.19.0')
    expect(await run.ended).toBe(2)
    expect(run.stderr()).toMatch(/^Rastro needs Node 22[^\n]*20\.19\.0[^\n]*\n$/)
  })

  it.each(['src/server/cli.ts', 'dist/server/cli.js'])(
    'runs %s from the oldest Node on that package.json allows',
    async (entry) => {
      await place(entry, PRINT)
      const { engines } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'))
      const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? []
      expect(await (await launch(['serve'], `${major}.${minor}.0`)).ended).toBe(0)
      expect(await (await launch(['serve'], `${major}.${Number(minor) - 1}.9`)).ended).toBe(2)
    },
  )

  describe.skipIf(process.platform === 'win32')('with the Node of the dependencies', () => {
    beforeEach(async () => {
      await mkdir(join(root, 'node_modules/node/bin'), { recursive: true })
      await symlink(process.execPath, join(root, 'node_modules/node/bin/node'))
    })

    it('runs in it on an old Node, with arguments and exit code', async () => {
      await place('dist/server/cli.js', `${PRINT}; process.exit(7)`)
      const run = await launch(['serve', '--json'], '20.19.0')
      expect(await run.ended).toBe(7)
      expect(run.stdout()).toBe('["serve","--json"]\n')
    })

    it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('hands %s on', async (signal) => {
      await place(
        'dist/server/cli.js',
        `setInterval(() => undefined, 1000)
         process.on('${signal}', () => { console.log('got it'); process.exit(3) })
         console.log('ready')`,
      )
      const run = await launch([], '20.19.0')
      await expect.poll(run.stdout, { timeout: 20_000 }).toContain('ready')
      run.child.kill(signal)
      expect(await run.ended).toBe(3)
      expect(run.stdout()).toContain('got it')
    })

    it('ends as a shell does when a signal killed the server', async () => {
      await place('dist/server/cli.js', `process.kill(process.pid, 'SIGKILL')`)
      expect(await (await launch([], '18.20.0')).ended).toBe(137)
    })
  })
})
