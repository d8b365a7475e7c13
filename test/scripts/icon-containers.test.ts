import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icnsOf, icoOf } from '../../scripts/icon-containers.ts'

const BUILD = join(import.meta.dirname, '../../build')

/** Width of a PNG by its header (RFC 2083, section 4.1.1). */
function pngWidth(png: Buffer): number {
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  return png.readUInt32BE(16)
}

describe('the containers of icons', () => {
  it('writes a Windows directory whose entries lead to their images', () => {
    const images = [
      { size: 16, png: Buffer.from('small') },
      { size: 256, png: Buffer.from('large one') },
    ]
    const ico = icoOf(images)
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2])
    images.forEach(({ size, png }, index) => {
      const at = 6 + index * 16
      expect(ico.readUInt8(at)).toBe(size === 256 ? 0 : size)
      const from = ico.readUInt32LE(at + 12)
      expect(ico.subarray(from, from + ico.readUInt32LE(at + 8))).toEqual(png)
    })
  })

  it('writes Apple chunks whose lengths add up, and refuses a size that Apple has not', () => {
    const icns = icnsOf([{ size: 256, png: Buffer.from('image') }])
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    expect(icns.length).toBe(8 + 2 * (8 + 5))
    expect(() => icnsOf([{ size: 100, png: Buffer.alloc(0) }])).toThrow(/100 pixels/)
  })

  it('is what lies in build/, with images of the sizes that they claim', async () => {
    const ico = await readFile(join(BUILD, 'icon.ico'))
    for (let index = 0; index < ico.readUInt16LE(4); index += 1) {
      const at = 6 + index * 16
      const png = ico.subarray(ico.readUInt32LE(at + 12))
      expect(pngWidth(png)).toBe(ico.readUInt8(at) || 256)
    }
    const icns = await readFile(join(BUILD, 'icon.icns'))
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    expect(pngWidth(await readFile(join(BUILD, 'icon.png')))).toBe(1024)
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      const png = await readFile(join(BUILD, 'icons', `${size}x${size}.png`))
      expect(pngWidth(png)).toBe(size)
    }
  })
})
