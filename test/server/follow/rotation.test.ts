import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LineClient, openLineClient } from '../../support/line-client.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { serveFiles } from '../../support/serve-files.ts'
import { tempFolder } from '../../support/temp-folder.ts'

interface Scene {
  readonly folder: string
  readonly path: string
  readonly client: LineClient
}

/** A followed log that already has the lines `old 0` to `old 9`, and a client that has read them. */
async function followed(): Promise<Scene> {
  const folder = await tempFolder()
  const path = join(folder, 'app.log')
  writeFileSync(path, asText(OLD))
  const server = await serveFiles(path)
  const client = await openLineClient(server.url, { query: '?tail=all' })
  await client.hasExactly(OLD)
  return { folder, path, client }
}

const OLD = numberedLines('old', 10)
const NEW = numberedLines('new', 10)

describe('rotation by renaming', () => {
  it('goes on in the new file', async () => {
    const { path, client } = await followed()
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
    await client.hears('rotated')
  })

  it('loses nothing over fifty rotations with lines before and after each', async () => {
    const { path, client } = await followed()
    const want = [...OLD]
    for (let round = 0; round < 50; round++) {
      const before = numberedLines(`before ${round}`, 5)
      const after = numberedLines(`after ${round}`, 5)
      appendFileSync(path, asText(before))
      renameSync(path, `${path}.1`)
      writeFileSync(path, asText(after))
      want.push(...before, ...after)
      await client.hasExactly(want)
    }
  })

  it('reads files that came and went between two looks', async () => {
    const { path, client } = await followed()
    const want = [...OLD]
    for (let round = 0; round < 5; round++) {
      for (let count = 5; count >= 1; count--) {
        renameIfThere(count === 1 ? path : `${path}.${count - 1}`, `${path}.${count}`)
      }
      const lines = numberedLines(`round ${round}`, 5)
      writeFileSync(path, asText(lines))
      want.push(...lines)
    }
    await client.hasExactly(want)
  })

  it('reads such files also when their names do not count', async () => {
    const { path, client } = await followed()
    const want = [...OLD]
    for (let round = 0; round < 4; round++) {
      renameSync(path, `${path}-2026112${round}`)
      const lines = numberedLines(`round ${round}`, 5)
      writeFileSync(path, asText(lines))
      want.push(...lines)
    }
    await client.hasExactly(want)
  })

  it('takes no line from other files that are born meanwhile', async () => {
    const { path, client } = await followed()
    writeFileSync(join(path, '../other.log'), 'not ours\n')
    copyFileSync(path, `${path}.backup`)
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
  })

  it('reads what writers still put into the old file', async () => {
    const { path, client } = await followed()
    const old = openSync(path, 'a')
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
    writeSync(old, 'late 1\n')
    await client.hasExactly([...OLD, ...NEW, 'late 1'])
    writeSync(old, 'late 2\n')
    closeSync(old)
    await client.hasExactly([...OLD, ...NEW, 'late 1', 'late 2'])
  })

  it('makes an unfinished last line a line of its own', async () => {
    const { path, client } = await followed()
    appendFileSync(path, 'no line feed')
    renameSync(path, `${path}.1`)
    writeFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW, 'no line feed'])
  })

  it('waits for a file that is created later, and says so', async () => {
    const { path, client } = await followed()
    renameSync(path, `${path}.1`)
    await client.hears('gone')
    writeFileSync(path, asText(NEW))
    await client.hears('back')
    await client.hasExactly([...OLD, ...NEW])
  })

  it('goes on where it was when the same file comes back', async () => {
    const { path, client } = await followed()
    renameSync(path, `${path}.moved`)
    await client.hears('gone')
    renameSync(`${path}.moved`, path)
    await client.hears('back')
    appendFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
  })

  it('takes an atomic replacement as a new file', async () => {
    const { path, client } = await followed()
    writeFileSync(`${path}.tmp`, asText(NEW))
    renameSync(`${path}.tmp`, path)
    await client.hasExactly([...OLD, ...NEW])
  })

  it('takes a file that was deleted and created again as a new file', async () => {
    const { path, client } = await followed()
    for (let round = 0; round < 3; round++) {
      unlinkSync(path)
      writeFileSync(path, asText([`round ${round}`]))
      await client.hasExactly([...OLD, ...numberedLines('round', round + 1)])
    }
  })
})

describe('truncation', () => {
  it('reads a shorter file that took its place from the start', async () => {
    const { path, client } = await followed()
    writeFileSync(path, asText(['a', 'b']))
    await client.hasExactly([...OLD, 'a', 'b'])
    await client.hears('truncated')
  })

  it('notices a file that was truncated and grew past its old size at once', async () => {
    const { path, client } = await followed()
    const longer = numberedLines('longer', 200)
    truncateSync(path, 0)
    appendFileSync(path, asText(longer))
    await client.hasExactly([...OLD, ...longer])
  })

  it('notices new content of the same size', async () => {
    const { path, client } = await followed()
    const same = OLD.map((line) => line.replace('old', 'NEW'))
    writeFileSync(path, asText(same))
    await client.hasExactly([...OLD, ...same])
  })

  it('sends what follows when a part was kept, and not the part again', async () => {
    const { path, client } = await followed()
    truncateSync(path, 12)
    await client.hears('truncated')
    appendFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
  })

  it('survives copytruncate twenty times', async () => {
    const { path, client } = await followed()
    const want = [...OLD]
    for (let round = 0; round < 20; round++) {
      copyFileSync(path, `${path}.1`)
      truncateSync(path, 0)
      const lines = numberedLines(`round ${round}`, 5)
      appendFileSync(path, asText(lines))
      want.push(...lines)
      await client.hasExactly(want)
    }
  })

  it('takes lines that were never seen in the log out of the copy', async () => {
    const { path, client } = await followed()
    appendFileSync(path, asText(['only in the copy']))
    copyFileSync(path, `${path}.1`)
    truncateSync(path, 0)
    appendFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, 'only in the copy', ...NEW])
  })

  it('skips the hole that a writer leaves who goes on at its old offset', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'app.log')
    const writer = openSync(path, 'w')
    writeSync(writer, asText(OLD))
    const server = await serveFiles(path)
    const client = await openLineClient(server.url, { query: '?tail=all' })
    await client.hasExactly(OLD)
    copyFileSync(path, `${path}.1`)
    truncateSync(path, 0)
    writeSync(writer, asText(NEW))
    closeSync(writer)
    await client.hasExactly([...OLD, ...NEW])
  })
})

describe('a path that leads elsewhere', () => {
  it('follows a link to its new target', async () => {
    const folder = await tempFolder()
    const [path, one, two] = ['app.log', 'one', 'two'].map((name) => join(folder, name))
    if (path === undefined || one === undefined || two === undefined) throw new Error('three names')
    writeFileSync(one, asText(OLD))
    writeFileSync(two, asText(NEW))
    symlinkSync(one, path)
    const server = await serveFiles(path)
    const client = await openLineClient(server.url, { query: '?tail=all' })
    await client.hasExactly(OLD)
    symlinkSync(two, `${path}.tmp`)
    renameSync(`${path}.tmp`, path)
    await client.hasExactly([...OLD, ...NEW])
    appendFileSync(two, 'more\n')
    await client.hasExactly([...OLD, ...NEW, 'more'])
  })

  it('follows a link whose target is rotated', async () => {
    const folder = await tempFolder()
    const target = join(folder, 'target', 'real.log')
    const path = join(folder, 'app.log')
    mkdirSync(join(folder, 'target'))
    writeFileSync(target, asText(OLD))
    symlinkSync(target, path)
    const server = await serveFiles(path)
    const client = await openLineClient(server.url, { query: '?tail=all' })
    await client.hasExactly(OLD)
    renameSync(target, `${target}.1`)
    writeFileSync(target, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
  })

  it('waits for the target of a dangling link', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'app.log')
    symlinkSync(join(folder, 'later'), path)
    const server = await serveFiles(path)
    const client = await openLineClient(server.url, { query: '?tail=all' })
    await client.hears('gone')
    writeFileSync(join(folder, 'later'), asText(NEW))
    await client.hasExactly(NEW)
    expect(client.events.map((event) => event.name)).toEqual(['gone', 'back'])
  })

  it('waits for a folder that does not exist yet', async () => {
    const folder = join(await tempFolder(), 'later', 'deeper')
    const path = join(folder, 'app.log')
    const server = await serveFiles(path)
    const client = await openLineClient(server.url, { query: '?tail=all' })
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, asText(NEW))
    await client.hasExactly(NEW)
  })

  it('goes on when its folder is removed and made again', async () => {
    const folder = join(await tempFolder(), 'logs')
    const path = join(folder, 'app.log')
    mkdirSync(folder)
    writeFileSync(path, asText(OLD))
    const server = await serveFiles(path)
    const client = await openLineClient(server.url, { query: '?tail=all' })
    await client.hasExactly(OLD)
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    writeFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
  })

  const strange: readonly [
    name: string,
    make: (path: string) => void,
    unmake: (path: string) => void,
  ][] = [
    ['a directory', (path) => mkdirSync(path), (path) => rmdirSync(path)],
    ['a FIFO', (path) => void execFileSync('mkfifo', [path]), (path) => unlinkSync(path)],
    ['a device', (path) => symlinkSync('/dev/zero', path), (path) => unlinkSync(path)],
    ['a loop of links', (path) => symlinkSync(path, path), (path) => unlinkSync(path)],
    [
      'a file made by the kernel',
      (path) => symlinkSync('/proc/meminfo', path),
      (path) => unlinkSync(path),
    ],
  ]
  it.each(strange)('waits while the path is %s, and goes on after', async (_name, make, unmake) => {
    const { path, client } = await followed()
    unlinkSync(path)
    make(path)
    await client.hears('gone')
    unmake(path)
    writeFileSync(path, asText(NEW))
    await client.hasExactly([...OLD, ...NEW])
    expect(client.ended).toBe(false)
  })
})

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOENT' })
  }
}
