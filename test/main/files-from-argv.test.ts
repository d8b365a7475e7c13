import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesFromArgv } from '../../src/main/files-from-argv.ts'
import { MAX_PATHS, paths } from '../../src/shared/bridge.ts'

const packaged = (...args: string[]) => filesFromArgv(['/opt/rastro', ...args], '/home/u', true)

describe('filesFromArgv', () => {
  it('reads paths relative to the folder of the launch', () => {
    expect(packaged('a.log', '/var/b.log', '../c.log')).toEqual([
      '/home/u/a.log',
      '/var/b.log',
      '/home/c.log',
    ])
  })

  it('leaves the program out, and the folder of an unpackaged app wherever its switches are', () => {
    expect(filesFromArgv(['electron', '.', 'a'], '/h', false)).toEqual(['/h/a'])
    expect(filesFromArgv(['electron', '--no-sandbox', '/app', 'a'], '/h', false)).toEqual(['/h/a'])
    expect(filesFromArgv(['electron', '.'], '/h', false)).toEqual([])
    expect(filesFromArgv([], '/h', true)).toEqual([])
  })

  it('ignores every switch before two hyphens and takes everything after them', () => {
    expect(packaged('--inspect=9229', '-psn_0_1', '--load-extension=/x', 'a')).toEqual([
      '/home/u/a',
    ])
    expect(packaged('a', '--', '--weird.log', '--')).toEqual([
      '/home/u/a',
      '/home/u/--weird.log',
      '/home/u/--',
    ])
  })

  it('reads file addresses and leaves every other address out', () => {
    expect(packaged('file:///tmp/a%20b.log')).toEqual(['/tmp/a b.log'])
    expect(packaged('file://host/x', 'https://x/', 'rastro://open?x', 'file:///a%2Fb')).toEqual([])
  })

  it('leaves out what is no path: empty, with a NUL, or too long', () => {
    expect(packaged('', 'a\0b', 'x'.repeat(5000), 'ok')).toEqual(['/home/u/ok'])
  })

  it('names each file once and a bounded number of them', () => {
    expect(packaged('a', './a', '/home/u/a')).toEqual(['/home/u/a'])
    const many = Array.from({ length: 200 }, (_, index) => `${index}.log`)
    expect(packaged(...many)).toHaveLength(MAX_PATHS)
  })

  it('answers valid paths whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.boolean(), (args, isPackaged) => {
        const files = filesFromArgv(['x', ...args], '/home/u', isPackaged)
        expect(paths.safeParse(files).success).toBe(true)
        for (const file of files) expect(file.startsWith('/')).toBe(true)
      }),
    )
  })
})
