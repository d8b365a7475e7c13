import {
  chmod,
  mkdir,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { KeptIndex } from '../../../../src/server/engine/kept-index/kept-index.ts'
import { keptIndexName } from '../../../../src/server/engine/kept-index/kept-index-name.ts'
import { KeptIndexes } from '../../../../src/server/engine/kept-index/kept-indexes.ts'
import { silentLog } from '../../../../src/server/own-log.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

function keptOf(inode: bigint, path = `/var/log/${inode}.log`): KeptIndex {
  const newlines = new Uint32Array(100).fill(Number(inode % 1000n))
  return {
    identity: { device: 1n, inode },
    path,
    encoding: 'utf-8',
    bytes: newlines.length * BLOCK_BYTES,
    newlines,
    size: newlines.length * BLOCK_BYTES + 5,
    changed: 1_700_000_000_123_456_789n,
    fingerprints: { head: 1, end: 2, samples: [{ block: 50, crc: 3 }] },
  }
}

/** A cache in a folder that does not exist yet, and what it says. */
async function newCache(maxBytes?: number) {
  const folder = join(await tempFolder(), 'cache', 'indexes')
  const said: string[] = []
  const ownLog = { ...silentLog, warn: (message: string) => void said.push(message) }
  const cache = new KeptIndexes({ folder, ownLog, ...(maxBytes === undefined ? {} : { maxBytes }) })
  const find = async (kept: KeptIndex, path = kept.path) => {
    const found: KeptIndex[] = []
    for await (const each of cache.find(path, kept.identity)) found.push(each)
    return found
  }
  return { folder, said, cache, find }
}

describe('KeptIndexes', () => {
  it('finds what was kept, by its file under any path, and by its path', async () => {
    const { cache, find, said } = await newCache()
    const kept = keptOf(7n)
    expect(await find(kept)).toEqual([])
    await cache.keep(kept)
    expect(await find(kept)).toEqual([kept])
    expect(await find(kept, '/var/log/renamed.log')).toEqual([kept])
    expect(await find({ ...kept, identity: { device: 9n, inode: 9n } })).toEqual([kept])
    expect(await find(keptOf(8n))).toEqual([])
    expect(said).toEqual([])
  })

  it('replaces an older index of the same file, and leaves nothing else', async () => {
    const { cache, find, folder } = await newCache()
    await cache.keep(keptOf(7n))
    const newer = { ...keptOf(7n), size: 12_345_678 }
    await cache.keep(newer)
    expect(await find(newer)).toEqual([newer])
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('drops the one that was used longest ago when there is too much', async () => {
    const { cache, find, folder } = await newCache(800)
    const path = (kept: KeptIndex) => join(folder, keptIndexName(kept.path, kept.identity))
    const [a, b, c] = [keptOf(1n), keptOf(2n), keptOf(3n)]
    await cache.keep(a)
    await cache.keep(b)
    expect((await stat(path(a))).size).toBeGreaterThan(800 / 3)
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(path(a), longAgo, longAgo)
    await utimes(path(b), longAgo, new Date(longAgo.getTime() + 1000))
    // Used again: now the other one is the oldest.
    expect(await find(a)).toEqual([a])
    await cache.keep(c)
    expect([await find(a), await find(b), await find(c)]).toEqual([[a], [], [c]])
  })

  it('leaves foreign files alone, and clears away what a killed program left', async () => {
    const { cache, folder } = await newCache(0)
    await mkdir(folder, { recursive: true })
    const left = `${keptIndexName('/x', keptOf(1n).identity)}.6f2d0d3a-4d0c-4b64-9a55-1f6f3f7f2f10.tmp`
    const fresh = left.replace('6f2d', '7f2d')
    for (const name of ['notes.txt', left, fresh]) await writeFile(join(folder, name), 'x')
    const longAgo = new Date(Date.now() - 7_200_000)
    for (const name of ['notes.txt', left]) await utimes(join(folder, name), longAgo, longAgo)
    await cache.keep(keptOf(2n))
    expect((await readdir(folder)).toSorted()).toEqual([fresh, 'notes.txt'].toSorted())
  })

  it('takes a damaged one for none, says so once and removes it', async () => {
    const { cache, find, folder, said } = await newCache()
    for (const inode of [1n, 2n]) {
      const kept = keptOf(inode)
      await cache.keep(kept)
      await truncate(join(folder, keptIndexName(kept.path, kept.identity)), 100)
      expect(await find(kept)).toEqual([])
    }
    expect(said).toEqual([expect.stringMatching(/damaged/)])
    expect(await readdir(folder)).toEqual([])
  })

  it('does not read a file that is larger than any index', async () => {
    const { cache, find, folder, said } = await newCache()
    const kept = keptOf(1n)
    await cache.keep(kept)
    // Sparse: 3 GB that nobody could hold in one Buffer.
    await truncate(join(folder, keptIndexName(kept.path, kept.identity)), 3e9)
    expect(await find(kept)).toEqual([])
    expect(said).toEqual([expect.stringMatching(/damaged/)])
  })

  it.each<[string, (folder: string) => Promise<void>]>([
    ['is a file', (folder) => writeFile(folder, '')],
    ['leads nowhere', (folder) => symlink(join(folder, 'x', 'y'), folder)],
    ['is a loop', (folder) => symlink(folder, folder)],
  ])('is as if there were none when the folder %s', async (_what, spoil) => {
    const { cache, find, folder, said } = await newCache()
    await mkdir(join(folder, '..'), { recursive: true })
    await spoil(folder)
    const kept = keptOf(1n)
    await cache.keep(kept)
    await cache.keep(kept)
    expect(await find(kept)).toEqual([])
    expect(said).toContainEqual(expect.stringMatching(/could not be kept/))
    expect(new Set(said).size).toBe(said.length)
  })

  it.skipIf(process.getuid?.() === 0)(
    'is as if there were none when it may not write',
    async () => {
      const { cache, find, folder, said } = await newCache()
      await mkdir(folder, { recursive: true, mode: 0o500 })
      await cache.keep(keptOf(1n))
      expect(await find(keptOf(1n))).toEqual([])
      expect(said).toHaveLength(1)
      await chmod(folder, 0o700)
    },
  )

  it.runIf(process.platform === 'linux')(
    'is as if there were none where nobody can write',
    async () => {
      // A folder that can be listed, in which not even root can make a file.
      const said: string[] = []
      const ownLog = { ...silentLog, warn: (message: string) => void said.push(message) }
      const cache = new KeptIndexes({ folder: '/proc/self/fd', ownLog })
      await cache.keep(keptOf(1n))
      for await (const found of cache.find('/x', keptOf(1n).identity)) expect(found).toBeNull()
      expect(said).toEqual([expect.stringMatching(/could not be kept/)])
    },
  )

  it('goes on when the folder is deleted under it', async () => {
    const { cache, find, folder, said } = await newCache()
    const kept = keptOf(1n)
    await cache.keep(kept)
    await rm(folder, { recursive: true })
    expect(await find(kept)).toEqual([])
    await cache.keep(kept)
    expect(await find(kept)).toEqual([kept])
    expect(said).toEqual([])
  })

  it('can be used by two programs at once', async () => {
    const first = await newCache(1200)
    const second = new KeptIndexes({ folder: first.folder, ownLog: silentLog, maxBytes: 1200 })
    const all = Array.from({ length: 20 }, (_, n) => keptOf(BigInt(n + 1)))
    await Promise.all(
      all.flatMap((kept) => [first.cache.keep(kept), second.keep(kept), first.find(kept)]),
    )
    const last = keptOf(99n)
    await second.keep(last)
    expect(await first.find(last)).toEqual([last])
    expect((await readdir(first.folder)).every((name) => name.endsWith('.index'))).toBe(true)
  })
})
