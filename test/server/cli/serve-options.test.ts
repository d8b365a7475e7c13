import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sentencesIn } from '../../../src/server/cli/sentences.ts'
import { serveOptions } from '../../../src/server/cli/serve-options.ts'
import { UsageError } from '../../../src/server/cli/usage-error.ts'

const say = sentencesIn('en')
const DEFAULTS = { host: '127.0.0.1', port: '8000', allowOrigin: [] }

const check = (options: object, envToken?: string) =>
  serveOptions(['app.log'], { ...DEFAULTS, ...options }, envToken, '/logs', say)

describe('serveOptions', () => {
  it('takes files from the folder and makes a token of 256 bits', () => {
    const options = check({})
    expect(options).toMatchObject({ host: '127.0.0.1', port: 8000, json: false, allowOrigins: [] })
    expect(options.files).toEqual([resolve('/logs', 'app.log')])
    expect(options.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(check({}).token).not.toBe(options.token)
  })

  it('takes --no-token before --token before the environment', () => {
    expect(check({ token: false }, 'from-the-env').token).toBeNull()
    expect(check({ token: 'given-here' }, 'from-the-env').token).toBe('given-here')
    expect(check({}, 'from-the-env').token).toBe('from-the-env')
  })

  it('takes the cache folder from where it was started, or none, or the usual one', () => {
    expect(check({ cacheFolder: 'kept' }).cacheFolder).toBe(resolve('/logs', 'kept'))
    expect(check({ cache: false }).cacheFolder).toBeNull()
    expect(check({ cache: true }).cacheFolder).toBeUndefined()
    expect(check({}).cacheFolder).toBeUndefined()
  })

  it('takes the brackets off an IPv6 address', () => {
    expect(check({ host: '[::1]' }).host).toBe('::1')
    expect(check({ host: 'fe80::1%eth0' }).host).toBe('fe80::1%eth0')
  })

  it.each([
    ['port', { port: '65536' }, '"65536" is not a port'],
    ['port', { port: '-1' }, '"-1" is not a port'],
    ['port', { port: '' }, '"" is not a port'],
    ['port', { port: '0x50' }, '"0x50" is not a port'],
    ['port', { port: '8000.5' }, '"8000.5" is not a port'],
    ['host', { host: '' }, '"" is not a host'],
    ['host', { host: 'http://x/' }, '"http://x/" is not a host'],
    ['host', { host: 'a b' }, '"a b" is not a host'],
    ['token', { token: '' }, 'The token must have 8 to 256'],
    ['token', { token: 'with a space' }, 'The token must have 8 to 256'],
    ['token', { token: 'x'.repeat(257) }, 'The token must have 8 to 256'],
    ['cache', { cacheFolder: 'kept', cache: false }, 'Give either --cache-folder or --no-cache'],
    ['cache', { cacheFolder: '' }, 'needs the name of a folder'],
    ['origin', { allowOrigin: ['*'] }, '"*" is not an origin'],
    ['origin', { allowOrigin: ['null'] }, '"null" is not an origin'],
    ['origin', { allowOrigin: ['logs.example'] }, 'is not an origin'],
    ['origin', { allowOrigin: ['https://logs.example/'] }, 'is not an origin'],
    ['origin', { allowOrigin: ['https://a@logs.example'] }, 'is not an origin'],
    ['origin', { allowOrigin: ['https://*.example'] }, 'is not an origin'],
    ['origin', { allowOrigin: ['file:///x'] }, 'is not an origin'],
    ['origin', { allowOrigin: ['https://ok.example', 'ftp://x'] }, '"ftp://x" is not an origin'],
  ])('refuses a wrong %s: %j', (_what, options, sentence) => {
    expect(() => check(options)).toThrow(UsageError)
    expect(() => check(options)).toThrow(sentence)
  })

  it('refuses a token of the environment that is too short', () => {
    expect(() => check({}, '1234567')).toThrow(UsageError)
    expect(() => check({}, '')).toThrow(UsageError)
  })
})
