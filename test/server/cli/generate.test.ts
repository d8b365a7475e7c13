import { readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.ts'
import { endRuns, runCli, runProgram } from './run-cli.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await tempFolder()
  path = join(folder, 'teste.log')
})

afterEach(endRuns)

const POLL = { timeout: 20_000 }
const sizeOf = async (file: string) => (await stat(file).catch(() => ({ size: -1 }))).size

describe('rastro generate', () => {
  it('writes the lines asked for in the format asked for, and ends', async () => {
    const args = ['generate', '--lines', '20', '--interval', '2', '--format', 'json']
    const run = runCli(args, { cwd: folder })
    expect(await run.ended).toBe(0)
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(20)
    expect(lines.map((line) => JSON.parse(line).level)).not.toContain(undefined)
    expect(run.stdout()).toBe('')
    expect(run.stderr()).toBe(`Writing lines to ${path} (Ctrl+C stops).\n20 lines were written.\n`)
  })

  it('ends between two lines at a signal, and follows the rotation of its file before', async () => {
    const run = runCli(['generate', '--rate', '5000'], { cwd: folder })
    await expect.poll(() => sizeOf(path), POLL).toBeGreaterThan(0)
    await rename(path, `${path}.1`)
    await expect.poll(() => sizeOf(path), POLL).toBeGreaterThan(0)
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
    const texts = [await readFile(`${path}.1`, 'utf8'), await readFile(path, 'utf8')]
    expect(texts.every((text) => text.endsWith('\n'))).toBe(true)
    const lines = texts.join('').split('\n').length - 1
    expect(run.stderr()).toContain(`${lines} lines were written.`)
  })

  it('says in one sentence that its folder was removed, and ends well at a signal', async () => {
    const run = runCli(['generate', '--file', path, '--interval', '2'], { cwd: tmpdir() })
    await expect.poll(() => sizeOf(path), POLL).toBeGreaterThan(0)
    await rm(folder, { recursive: true, maxRetries: 5 })
    await expect.poll(run.stderr, POLL).toContain('trying again every second')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.stderr().split('\n')).toEqual([
      `Writing lines to ${path} (Ctrl+C stops).`,
      `Cannot write ${path} (ENOENT, its folder is missing): trying again every second.`,
      expect.stringMatching(/^\d+ lines were written\.$/),
      '',
    ])
  })

  // A size limit of the shell stands for a full disk: both take what fits and refuse the rest.
  it.skipIf(process.platform === 'win32')('leaves no half line on a full disk', async () => {
    const cli = fileURLToPath(new URL('../../../src/server/cli.ts', import.meta.url))
    const script = 'ulimit -f 4; exec "$0" "$1" generate --rate 20000'
    const run = runProgram('bash', ['-c', script, process.execPath, cli], { cwd: folder })
    await expect.poll(run.stderr, POLL).toContain('EFBIG, the largest file size is reached')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    const text = await readFile(path, 'utf8')
    expect(text.endsWith('\n')).toBe(true)
    expect(run.stderr()).toContain(`${text.split('\n').length - 1} lines were written.`)
  })

  it.each([
    [['--file', '.'], /is a directory: name a log file/],
    [['--interval', '0'], /^"0" is not an interval/],
    [['--format', 'xml'], /^"xml" is not a format/],
    [['extra'], /^There are more arguments/],
    [['--fast'], /^There is no option --fast/],
  ])('refuses %j in one sentence with exit code 2', async (args, sentence) => {
    const run = runCli(['generate', ...args], { cwd: folder })
    expect(await run.ended).toBe(2)
    expect(run.stderr()).toMatch(sentence)
    expect(run.stderr()).toMatch(/^[^\n]+\n$/)
  })
})
