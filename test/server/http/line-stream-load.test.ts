import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { openLineClient } from '../../support/line-client.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { rawExchange } from '../../support/raw-exchange.ts'
import { serveFiles } from '../../support/serve-files.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function served() {
  const path = join(await tempFolder(), 'app.log')
  writeFileSync(path, '')
  const server = await serveFiles(path)
  return { path, server }
}

/** Bytes in buffers that are still used. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().arrayBuffers
}

describe('many clients', () => {
  it('all get every line once, in order', async () => {
    const { path, server } = await served()
    const clients = await Promise.all(Array.from({ length: 100 }, () => openLineClient(server.url)))
    const lines = numberedLines('line', 2000)
    for (let at = 0; at < lines.length; at += 50) {
      appendFileSync(path, asText(lines.slice(at, at + 50)))
    }
    for (const client of clients) await client.hasExactly(lines)
  })

  it('come and go while others read', async () => {
    const { path, server } = await served()
    const stays = await openLineClient(server.url)
    const lines = numberedLines('line', 600)
    for (let at = 0; at < lines.length; at += 10) {
      const leaves = await openLineClient(server.url)
      appendFileSync(path, asText(lines.slice(at, at + 10)))
      leaves.close()
    }
    await stays.hasExactly(lines)
  })
})

describe('a client that does not read', () => {
  it('costs little memory meanwhile and gets everything when it reads again', async () => {
    const { path, server } = await served()
    const stuck = await Promise.all(Array.from({ length: 3 }, () => openLineClient(server.url)))
    for (const client of stuck) client.pause()
    const live = await openLineClient(server.url)
    const lines = numberedLines('x'.repeat(1000), 80_000)
    const before = heldBytes()
    for (let at = 0; at < lines.length; at += 1000) {
      appendFileSync(path, asText(lines.slice(at, at + 1000)))
      await expect.poll(() => live.lines.length, { timeout: 20_000 }).toBe(at + 1000)
    }
    // The newest bytes of the log and what the sockets hold, of the 80 MB that lie ahead of each of
    // the three. Asked more than once: buffers that nobody holds are given back in the background.
    await expect.poll(() => heldBytes() - before).toBeLessThan(20 * 1024 * 1024)
    for (const client of stuck) {
      client.resume()
      await client.hasExactly(lines)
    }
  }, 60_000)
})

describe('a client that asks for the head alone', () => {
  it('gets it whole, and no stream behind it', async () => {
    const { server } = await served()
    const { host, port } = new URL(server.url)
    const head = `HEAD /stream-logs HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
    // It comes back when the server has closed the connection.
    const { status, text } = await rawExchange(Number(port), head)
    expect(status).toBe(200)
    expect(text).toMatch(/content-type: text\/event-stream/i)
  })
})

describe('a quiet stream', () => {
  it('is told to be alive by a ping of its own name', async () => {
    const { server } = await served()
    const client = await openLineClient(server.url)
    const ping = await client.hears('ping')
    expect(Date.parse(ping.data)).toBeGreaterThan(0)
    await client.hasExactly([])
  })
})
