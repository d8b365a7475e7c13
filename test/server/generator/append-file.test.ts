import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppendFile, NOT_A_FILE } from '../../../src/server/generator/append-file.ts'
import { tempFolder } from '../../support/temp-folder.ts'

let folder: string
let path: string
let file: AppendFile

beforeEach(async () => {
  folder = await tempFolder()
  path = join(folder, 'app.log')
  file = new AppendFile(path)
})

afterEach(async () => {
  await file.close()
})

describe('AppendFile', () => {
  it('appends whole lines to what is there', async () => {
    await writeFile(path, 'before\n')
    expect(await file.append(['um', 'dois'])).toEqual({ kind: 'appended', lines: 2 })
    expect(await readFile(path, 'utf8')).toBe('before\num\ndois\n')
  })

  it('finishes the half line that somebody left', async () => {
    await writeFile(path, 'half')
    await file.append(['whole'])
    expect(await readFile(path, 'utf8')).toBe('half\nwhole\n')
  })

  it('goes on in a new file when its own was renamed, removed or replaced', async () => {
    await file.append(['1'])
    await rename(path, `${path}.1`)
    await file.append(['2'])
    await rm(path)
    await file.append(['3'])
    await writeFile(join(folder, 'other'), 'other\n')
    await rename(join(folder, 'other'), path)
    await file.append(['4'])
    expect(await readFile(`${path}.1`, 'utf8')).toBe('1\n')
    expect(await readFile(path, 'utf8')).toBe('other\n4\n')
  })

  it('goes on at the start after its file was truncated', async () => {
    await file.append(['1'])
    await writeFile(path, '')
    await file.append(['2'])
    expect(await readFile(path, 'utf8')).toBe('2\n')
  })

  it('says why it cannot write, and writes when it can again', async () => {
    await file.append(['1'])
    await rm(folder, { recursive: true })
    expect(await file.append(['2'])).toEqual({ kind: 'failed', lines: 0, code: 'ENOENT' })
    await mkdir(path, { recursive: true })
    expect(await file.append(['3'])).toEqual({ kind: 'failed', lines: 0, code: 'EISDIR' })
    await rm(path, { recursive: true })
    expect(await file.append(['4'])).toEqual({ kind: 'appended', lines: 1 })
    expect(await readFile(path, 'utf8')).toBe('4\n')
  })

  it.skipIf(process.platform === 'win32')('does not hang at a FIFO', async () => {
    execFileSync('mkfifo', [path])
    expect(await file.append(['1'])).toEqual({ kind: 'failed', lines: 0, code: NOT_A_FILE })
  })

  it('leaves lines of other programs between its own', async () => {
    await file.append(['1'])
    await appendFile(path, 'theirs\n')
    await file.append(['2'])
    expect(await readFile(path, 'utf8')).toBe('1\ntheirs\n2\n')
  })

  // A size limit of the shell stands for a full disk: both take what fits and refuse the rest.
  it.skipIf(process.platform === 'win32')(
    'takes a half line back when the disk is full',
    async () => {
      const module = new URL('../../../src/server/generator/append-file.ts', import.meta.url)
      const script = `
      import { AppendFile } from ${JSON.stringify(module.href)}
      const file = new AppendFile(${JSON.stringify(path)})
      const lines = Array.from({ length: 1000 }, (_, n) => 'line ' + n)
      console.log(JSON.stringify([await file.append(lines), await file.append(['x'.repeat(50)])]))
    `
      const out = execFileSync(
        'bash',
        ['-c', 'ulimit -f 2; exec "$0" --input-type=module -e "$1"', process.execPath, script],
        { encoding: 'utf8' },
      )
      const text = await readFile(path, 'utf8')
      const whole = text.split('\n').length - 1
      expect(text.length).toBeGreaterThan(2000)
      expect(text).toMatch(/^(line \d+\n)+$/)
      expect(text.endsWith(`line ${whole - 1}\n`)).toBe(true)
      expect(JSON.parse(out)).toEqual([
        { kind: 'failed', lines: whole, code: 'EFBIG' },
        { kind: 'failed', lines: 0, code: 'EFBIG' },
      ])
    },
  )
})
