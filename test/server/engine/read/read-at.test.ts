import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BytesGone } from '../../../../src/server/engine/byte-source.ts'
import { checkHead, readAt, readBytes } from '../../../../src/server/engine/read/read-at.ts'
import { engineFile } from '../../../support/engine-file.ts'

describe('readAt', () => {
  it('fills what it is given, and less only at the end of the file', async () => {
    const { file, path } = await engineFile('0123456789')
    const into = Buffer.alloc(4)
    expect(readAt(file, 2, into)).toBe(4)
    expect(into.toString()).toBe('2345')
    expect(readAt(file, 8, into)).toBe(2)
    expect(into.toString()).toBe('8945')
    expect(readAt(file, 99, into)).toBe(0)
    expect(readBytes(file, 3, 99).toString()).toBe('3456789')
    expect(readBytes(file, 5, 4)).toHaveLength(0)
    truncateSync(path, 4)
    expect(readBytes(file, 0, 10).toString()).toBe('0123')
  })

  it('reads beyond 2^32', async () => {
    const { file, path } = await engineFile('head')
    const at = 5 * 1024 ** 3
    truncateSync(path, at)
    writeFileSync(path, 'tail', { flag: 'a' })
    expect(readBytes(file, at - 2, at + 9)).toEqual(Buffer.from('\0\0tail'))
  })

  it('says that the bytes are gone when the system refuses, with its code', async () => {
    const { file, path } = await engineFile('text')
    const fd = openSync(path, 'r')
    closeSync(fd)
    expect(() => readBytes({ ...file, fd }, 0, 4)).toThrow(BytesGone)
    expect(() => readBytes({ ...file, fd }, 7, 9)).toThrow(
      'The file could not be read at offset 7 (EBADF).',
    )
    // A mistake of ours stays one.
    expect(() => readAt(file, -5.5, Buffer.alloc(1))).toThrow(RangeError)
  })
})

describe('bytes that only the memory holds', () => {
  it('are read as those of a file would be, from where they begin', async () => {
    const { file } = await engineFile('another file')
    const held = { ...file, fd: -1, held: { from: 4, bytes: Buffer.from('456789') } }
    const into = Buffer.alloc(4, '-')
    expect(readAt(held, 5, into)).toBe(4)
    expect(into.toString()).toBe('5678')
    expect(readBytes(held, 8, 20).toString()).toBe('89')
    expect(readBytes(held, 10, 20)).toHaveLength(0)
    expect(readBytes(held, 0, 8)).toHaveLength(0)
    checkHead(held)
  })
})

describe('checkHead', () => {
  it('tells a file that was rewritten, emptied or cut within its head', async () => {
    const { file, path } = await engineFile(`first line\n${'x'.repeat(2000)}`)
    expect(file.head).toHaveLength(1024)
    checkHead(file)
    truncateSync(path, 1024)
    checkHead(file)
    truncateSync(path, 1023)
    expect(() => checkHead(file)).toThrow(BytesGone)
    writeFileSync(path, 'other')
    expect(() => checkHead(file)).toThrow('The file was rewritten')
    checkHead({ ...file, head: new Uint8Array() })
  })
})
