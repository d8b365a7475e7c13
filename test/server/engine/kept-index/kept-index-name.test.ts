import { describe, expect, it } from 'vitest'
import {
  isKeptIndexName,
  keptIndexName,
  likelyNames,
} from '../../../../src/server/engine/kept-index/kept-index-name.ts'

const FILE = { device: 66_306n, inode: 18_446_744_073_709_551_615n }
const OTHER = { device: 66_306n, inode: 7n }

describe('the name of a kept index', () => {
  it('is told apart from whatever else lies in the folder', () => {
    expect(isKeptIndexName(keptIndexName('/a/b.log', FILE))).toBe(true)
    expect(isKeptIndexName(keptIndexName('/a/b.log', { device: -1n, inode: -2n }))).toBe(true)
    for (const name of ['notes.index', `${keptIndexName('/a', FILE)}.tmp`, '.', 'a-b-c.index']) {
      expect(isKeptIndexName(name)).toBe(false)
    }
  })

  it('tells paths and files apart', () => {
    const names = [
      keptIndexName('/a', FILE),
      keptIndexName('/a', OTHER),
      keptIndexName('/b', FILE),
      keptIndexName('/b', OTHER),
    ]
    expect(new Set(names).size).toBe(4)
  })
})

describe('the likely names', () => {
  const same = keptIndexName('/a', FILE)
  const renamed = keptIndexName('/b', FILE)
  const replaced = keptIndexName('/a', OTHER)
  const foreign = keptIndexName('/b', OTHER)

  it('are those of the same file first, then those of the same path, and no others', () => {
    const names = [foreign, replaced, 'README', renamed, same]
    expect(likelyNames(names, '/a', FILE)).toEqual([same, renamed, replaced])
    expect(likelyNames([foreign, 'x'], '/a', FILE)).toEqual([])
  })

  it('do not take the end of a longer number for the number', () => {
    const longer = keptIndexName('/c', { device: FILE.device, inode: 7n + 36n })
    expect(likelyNames([longer], '/a', OTHER)).toEqual([])
  })
})
