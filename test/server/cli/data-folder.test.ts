import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../../src/server/cli/data-folder.ts'

describe('dataFolder', () => {
  it('follows XDG_DATA_HOME on Linux, and ignores one that is not absolute', () => {
    expect(dataFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/ana')).toBe('/data/rastro')
    const usual = '/home/ana/.local/share/rastro'
    expect(dataFolder('linux', {}, '/home/ana')).toBe(usual)
    expect(dataFolder('linux', { XDG_DATA_HOME: '' }, '/home/ana')).toBe(usual)
    expect(dataFolder('linux', { XDG_DATA_HOME: 'data' }, '/home/ana')).toBe(usual)
  })

  it('is the place for data that does not roam on Windows and macOS', () => {
    expect(dataFolder('win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\ana')).toBe(
      'D:\\Local\\Rastro',
    )
    expect(dataFolder('win32', {}, 'C:\\Users\\ana')).toBe('C:\\Users\\ana\\AppData\\Local\\Rastro')
    expect(dataFolder('darwin', {}, '/Users/ana')).toBe(
      '/Users/ana/Library/Application Support/Rastro',
    )
  })
})
