import { describe, expect, it } from 'vitest'
import { farthestReach, mayReach, reachOf } from '../../../src/server/source/reach.ts'

describe('reachOf', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.9.9.9', 'loopback'],
    ['0.0.0.0', 'loopback'],
    ['::1', 'loopback'],
    ['::', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1', 'link-local'],
    ['10.1.2.3', 'private'],
    ['172.31.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['::ffff:192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd00::1', 'private'],
    ['172.32.0.1', 'public'],
    ['8.8.8.8', 'public'],
    ['2001:4860:4860::8888', 'public'],
  ])('puts %s at %s', (address, reach) => {
    expect(reachOf(address)).toBe(reach)
  })
})

describe('mayReach', () => {
  it.each([
    ['public', 'public', true],
    ['public', 'private', false],
    ['public', 'link-local', false],
    ['public', 'loopback', false],
    ['private', 'public', true],
    ['private', 'private', true],
    ['private', 'link-local', false],
    ['private', 'loopback', false],
    ['link-local', 'link-local', true],
    ['link-local', 'loopback', false],
    ['loopback', 'public', true],
    ['loopback', 'private', true],
    ['loopback', 'link-local', false],
    ['loopback', 'loopback', true],
  ] as const)('from %s to %s: %s', (from, to, allowed) => {
    expect(mayReach(from, to)).toBe(allowed)
  })
})

describe('farthestReach', () => {
  it('takes a name with public and local addresses for public', () => {
    expect(farthestReach(['127.0.0.1', '8.8.8.8', '10.0.0.1'])).toBe('public')
    expect(farthestReach(['127.0.0.1', '::1'])).toBe('loopback')
  })
})
