import { describe, expect, it } from 'vitest'
import { resolveHost } from '../../../src/server/source/resolve-host.ts'

describe('resolveHost', () => {
  it.each([
    ['http://127.0.0.1/', 'loopback'],
    ['http://0x7f.1/', 'loopback'],
    ['http://[::1]/', 'loopback'],
    ['http://[::ffff:10.0.0.1]/', 'private'],
    ['http://localhost/', 'loopback'],
    ['http://8.8.8.8/', 'public'],
  ])('lets the user type %s (%s)', async (url, reach) => {
    expect(await resolveHost(new URL(url), null)).toMatchObject({ kind: 'resolved', reach })
  })

  it.each(['http://127.0.0.1/', 'http://localhost/', 'http://10.0.0.1/', 'http://2130706433/'])(
    'lets no public server send us to %s',
    async (url) => {
      expect(await resolveHost(new URL(url), 'public')).toEqual({ kind: 'too-near' })
    },
  )
})
