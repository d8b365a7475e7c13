import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../../src/server/cli/cache-folder.ts'

describe('cacheFolder', () => {
  it('follows XDG_CACHE_HOME on Linux, and ignores one that is not absolute', () => {
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/cache' }, '/home/ana')).toBe('/cache/rastro')
    const usual = '/home/ana/.cache/rastro'
    expect(cacheFolder('linux', {}, '/home/ana')).toBe(usual)
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '' }, '/home/ana')).toBe(usual)
    expect(cacheFolder('linux', { XDG_CACHE_HOME: 'cache' }, '/home/ana')).toBe(usual)
  })

  it('is the place for caches on Windows and macOS', () => {
    expect(cacheFolder('win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\ana')).toBe(
      'D:\\Local\\Rastro\\Cache',
    )
    expect(cacheFolder('win32', {}, 'C:\\Users\\ana')).toBe(
      'C:\\Users\\ana\\AppData\\Local\\Rastro\\Cache',
    )
    expect(cacheFolder('darwin', {}, '/Users/ana')).toBe('/Users/ana/Library/Caches/Rastro')
  })
})
