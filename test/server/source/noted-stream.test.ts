import { describe, expect, it } from 'vitest'
import { noteStream } from '../../../src/server/source/noted-stream.ts'
import { parseRemoteUrl } from '../../../src/server/source/remote-url.ts'

/** What is noted of an address as a person types it. */
function noted(typed: string) {
  const remote = parseRemoteUrl(typed)
  if (remote.kind === 'refused') throw new Error(`${typed} was refused.`)
  return noteStream(remote.url, remote.authorization)
}

describe('what is noted of a stream', () => {
  it('is its address, when it needed nothing else', () => {
    const address = 'http://host/events?stream=app'
    expect(noted(address)).toEqual({ address, secret: null })
  })

  it('names the token of a Rastro server, without the token', () => {
    expect(noted('http://host:8000/?token=c2VjcmV0')).toEqual({
      address: 'http://host:8000/stream-logs?tail=1000',
      secret: { parameter: 'token' },
    })
  })

  it('names the one secret of any other address, and says when there were several', () => {
    expect(noted('https://host/events?access_token=hush&a=1')).toEqual({
      address: 'https://host/events?access_token=&a=1',
      secret: { parameter: 'access_token' },
    })
    expect(noted('https://host/events?key=hush&sig=hush')).toEqual({
      address: 'https://host/events?key=&sig=',
      secret: { parameter: null },
    })
  })
})
