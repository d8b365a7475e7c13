import { createServer } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { SseResponse } from '../../../src/server/http/sse-response.ts'
import { listen } from '../../support/listen.ts'
import { PATIENCE } from '../../support/patience.ts'

/** A stream on a real socket, from both ends. */
async function openStream(version = '1.1') {
  const server = createServer()
  onTestFinished(() => void server.close())
  const port = await listen(server)
  const opened = new Promise<SseResponse>((resolve) => {
    server.on('request', (request, response) => resolve(new SseResponse(request, response)))
  })
  const client = connect(port, '127.0.0.1')
  onTestFinished(() => void client.destroy())
  client.on('error', () => undefined)
  const received = { text: '' }
  client.setEncoding('utf8')
  client.on('data', (piece: string) => {
    received.text += piece
  })
  client.write(`GET / HTTP/${version}\r\nHost: x\r\n\r\n`)
  return { sse: await opened, client, received }
}

const MANY = 'x'.repeat(1024 * 1024)

/** Writes until the client's buffers and ours are full; the number of pieces. */
function fill(sse: SseResponse): number {
  let pieces = 0
  while (sse.writable) {
    sse.write(MANY)
    pieces += 1
  }
  return pieces
}

describe('SseResponse', () => {
  it('sends its head before anything is written', async () => {
    const { received } = await openStream()
    await vi.waitUntil(() => received.text.includes('\r\n\r\n'), PATIENCE)
    expect(received.text).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(received.text).toMatch(/content-type: text\/event-stream; charset=utf-8\r\n/i)
    expect(received.text).not.toMatch(/content-length/i)
  })

  it('sends an HTTP/1.0 client no chunks', async () => {
    const { sse, received } = await openStream('1.0')
    sse.write('data: a\n\n')
    sse.end()
    await vi.waitUntil(() => received.text.includes('data: a'), PATIENCE)
    expect(received.text).not.toMatch(/transfer-encoding/i)
    expect(received.text.endsWith('\r\n\r\ndata: a\n\n')).toBe(true)
  })

  it('says when to wait, and when to go on', async () => {
    const { sse, client } = await openStream()
    client.pause()
    fill(sse)
    expect(sse.writable).toBe(false)
    expect(() => sse.write('data: a\n\n')).toThrow('wait for drained()')
    client.resume()
    await sse.drained()
    expect(sse.writable).toBe(true)
    expect(sse.write('data: a\n\n')).toBe(true)
  })

  it('drains at once when it is not full', async () => {
    const { sse } = await openStream()
    await sse.drained()
    expect(sse.writable).toBe(true)
  })

  it('wakes who waits for a client that leaves', async () => {
    const { sse, client } = await openStream()
    client.pause()
    fill(sse)
    const drained = sse.drained()
    client.destroy()
    await drained
    expect(sse.closed).toBe(true)
    expect(sse.signal.aborted).toBe(true)
    expect(sse.write('data: a\n\n')).toBe(false)
    await sse.drained()
  })

  it('tells each listener once that it is over, also one that comes too late', async () => {
    const { sse, client } = await openStream()
    const heard: string[] = []
    sse.onClose(() => heard.push('early'))
    const forget = sse.onClose(() => heard.push('forgotten'))
    forget()
    client.destroy()
    await vi.waitUntil(() => sse.closed, PATIENCE)
    sse.onClose(() => heard.push('late'))
    sse.end()
    expect(heard).toEqual(['early', 'late'])
  })

  it('ends after what was written', async () => {
    const { sse, client, received } = await openStream('1.0')
    const closed = new Promise((resolve) => client.on('close', resolve))
    sse.write('data: last\n\n')
    sse.end()
    expect(sse.closed).toBe(true)
    await closed
    expect(received.text.endsWith('data: last\n\n')).toBe(true)
  })
})
