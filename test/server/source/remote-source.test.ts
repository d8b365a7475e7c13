import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { silentLog } from '../../../src/server/own-log.ts'
import type { RemoteNote } from '../../../src/server/source/remote-note.ts'
import { openRemoteSource, type RemotePhase } from '../../../src/server/source/remote-source.ts'
import { spoolPath } from '../../../src/server/source/spool-path.ts'
import { PATIENCE } from '../../support/patience.ts'
import { beginStream, type PeerRequest, startSsePeer } from '../../support/sse-peer.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function peerOf(answer: (request: PeerRequest) => void, port = 0) {
  const peer = await startSsePeer(answer, port)
  onTestFinished(() => peer.close())
  return peer
}

function open(address: string, dataFolder: string, authorization: string | null = null) {
  const notes: RemoteNote[] = []
  const phases: RemotePhase[] = []
  const url = new URL(address)
  const path = spoolPath(dataFolder, url)
  const source = openRemoteSource({ url, authorization, path, ownLog: silentLog })
  onTestFinished(() => source.close())
  source.onNote((note) => notes.push(note))
  source.onPhase((phase) => phases.push(phase))
  return { source, notes, phases, text: () => readFile(source.path, 'utf8') }
}

const patient = { timeout: 15_000 }

/** The lines 1 to `end`, as the spool holds them. */
const numbered = (end: number) =>
  Array.from({ length: end }, (_, at) => `line ${at + 1}\n`).join('')

describe('openRemoteSource: lines', () => {
  it('has its file from the first moment', async () => {
    const peer = await peerOf(({ response }) => beginStream(response))
    const { source, text } = open(peer.origin, await tempFolder())
    expect(source.phase).toEqual({ kind: 'connecting' })
    expect(await text()).toBe('')
  })

  it('reads an sse-starlette server: CRLF, line feeds in the data, ping comments, ids from 0', async () => {
    const peer = await peerOf(({ response }) => {
      beginStream(response, ': ping - 2026-11-23 07:00:00+00:00\r\n\r\n')
      for (const [id, line] of ['first', '', 'third é'].entries()) {
        response.write(`id: ${id}\r\nevent: message\r\ndata: ${line}\r\ndata: \r\n\r\n`)
      }
      response.write(': ping - 2026-11-23 07:00:15+00:00\r\n\r\n')
    })
    const { text, notes } = open(`${peer.origin}/stream-logs`, await tempFolder())
    await vi.waitFor(async () => expect(await text()).toBe('first\n\nthird é\n'), PATIENCE)
    expect(notes).toEqual([])
  })

  it('splits the data of one event into lines and ignores events of unknown names', async () => {
    const peer = await peerOf(({ response }) =>
      beginStream(
        response,
        'data: a\ndata: b\n\nevent: rotated\ndata: {}\n\nevent: x\ndata: c\n\ndata\n\ndata: d\n\n',
      ),
    )
    const { text, notes } = open(`${peer.origin}/events`, await tempFolder())
    await vi.waitFor(async () => expect(await text()).toBe('a\nb\n\nd\n'), PATIENCE)
    expect(notes).toEqual([])
  })

  it('keeps the lone CRs of a Rastro server inside the line, and hands its news on', async () => {
    const peer = await peerOf(({ response }) =>
      beginStream(
        response,
        [
          'id: g1-9\ndata: 10 %\ndata: 20 %',
          'event: rotated\ndata: {"generation":"g2"}',
          'id: g2-2\ndata: a',
          'event: ping\ndata: 1',
          'event: gap\ndata: {"reason":"gone","bytes":7,"lines":2}',
          'event: gone\ndata:',
          'event: back\ndata: not JSON',
          'event: truncated\ndata: {"bytes":"x"}',
          'id: g2-4\ndata: b',
          '',
        ].join('\n\n'),
      ),
    )
    const { text, notes } = open(`${peer.origin}/stream-logs`, await tempFolder())
    await vi.waitFor(async () => expect(await text()).toBe('10 %\r20 %\na\nb\n'), PATIENCE)
    const unknown = { bytes: null, lines: null }
    expect(notes).toEqual([
      { kind: 'rotated', ...unknown, offset: 10 },
      { kind: 'gap', bytes: 7, lines: 2, offset: 12 },
      { kind: 'gone', ...unknown, offset: 12 },
      { kind: 'back', ...unknown, offset: 12 },
      { kind: 'truncated', ...unknown, offset: 12 },
    ])
  })

  it('never writes the token anywhere', async () => {
    const peer = await peerOf(({ response }) => beginStream(response, 'id:1\ndata:x\n\n'))
    const folder = await tempFolder()
    const { source, text } = open(`${peer.origin}/stream-logs`, folder, 'Bearer SECRET')
    await vi.waitFor(async () => expect(await text()).toBe('x\n'), PATIENCE)
    await source.close()
    expect(peer.requests[0]?.headers.authorization).toBe('Bearer SECRET')
    const names = await readdir(join(folder, 'remote'))
    expect(names).toHaveLength(2)
    const files = await Promise.all(
      names.map((name) => readFile(join(folder, 'remote', name), 'utf8')),
    )
    expect([...names, ...files].join('\n')).not.toContain('SECRET')
  })
})

describe('openRemoteSource: going on', () => {
  it('goes on after its last line in the next run, without a gap', async () => {
    const peer = await peerOf(({ response, request }) => {
      const sent = Number(request.headers['last-event-id'] ?? 0)
      beginStream(response, `id:${sent + 1}\ndata:line ${sent + 1}\n\n`)
    })
    const folder = await tempFolder()
    for (let run = 1; run <= 3; run += 1) {
      const { source, text, notes } = open(peer.origin, folder)
      await vi.waitFor(async () => expect(await text()).toBe(numbered(run)), PATIENCE)
      await source.close()
      expect(notes).toEqual([])
    }
  })

  it('shows a gap where the server cannot resume, and writes what it sends', async () => {
    const peer = await peerOf(({ response, index }) => {
      beginStream(response, 'retry:100\n\nid:0\ndata:a\n\nid:1\ndata:b\n\n')
      if (index === 0) response.end()
    })
    const { text, notes } = open(peer.origin, await tempFolder())
    await vi.waitFor(async () => expect(await text()).toBe('a\nb\na\nb\n'), PATIENCE)
    expect(peer.requests[1]?.headers['last-event-id']).toBe('1')
    expect(notes).toEqual([{ kind: 'gap', bytes: null, lines: null, offset: 4 }])
  })

  it('shows a gap where the server gives no ids', async () => {
    const peer = await peerOf(({ response, index }) => {
      beginStream(response, `retry:100\n\ndata:${index}\n\n`)
      if (index === 0) response.end()
    })
    const { text, notes } = open(peer.origin, await tempFolder())
    await vi.waitFor(async () => expect(await text()).toBe('0\n1\n'), PATIENCE)
    expect(notes).toEqual([{ kind: 'gap', bytes: null, lines: null, offset: 2 }])
  })

  it('tells at the start what its file has lost', async () => {
    const peer = await peerOf(({ response }) => beginStream(response, 'id:10\ndata:x\n\n'))
    const folder = await tempFolder()
    const first = open(peer.origin, folder)
    await vi.waitFor(async () => expect(await first.text()).toBe('x\n'), PATIENCE)
    await first.source.close()
    await writeFile(first.source.path, '')
    const { notes } = open(peer.origin, folder)
    await vi.waitFor(
      () => expect(notes[0]).toEqual({ kind: 'gap', bytes: 2, lines: null, offset: 0 }),
      PATIENCE,
    )
  })

  it('survives a server that is killed and started again, ten times, without a repeat', async () => {
    const answer = ({ response, request }: PeerRequest) => {
      let at = Number(request.headers['last-event-id'] ?? 0)
      beginStream(response, 'retry:100\n\n')
      const timer = setInterval(() => {
        at += 1
        response.write(`id:${at}\ndata:line ${at}\n\n`)
      }, 1)
      response.on('close', () => clearInterval(timer))
    }
    let peer = await startSsePeer(answer)
    const { source, text, notes } = open(peer.origin, await tempFolder())
    const lines = async () => (await text()).split('\n').length - 1
    for (let round = 0; round < 10; round += 1) {
      const before = await lines()
      await vi.waitFor(async () => expect(await lines()).toBeGreaterThan(before + 5), patient)
      await peer.close()
      peer = await startSsePeer(answer, peer.port)
    }
    const before = await lines()
    await vi.waitFor(async () => expect(await lines()).toBeGreaterThan(before), patient)
    await source.close()
    await peer.close()
    expect(await text()).toBe(numbered(await lines()))
    expect(notes).toEqual([])
  })

  it('doubles and loses nothing when it is killed itself', async () => {
    const peer = await peerOf(({ response, request }) => {
      let at = Number(request.headers['last-event-id'] ?? 0)
      beginStream(response)
      const timer = setInterval(() => {
        for (let end = at + 20; at < end; ) {
          at += 1
          response.write(`id:${at}\ndata:line ${at}\n\n`)
        }
      }, 1)
      response.on('close', () => clearInterval(timer))
    })
    const folder = await tempFolder()
    const path = spoolPath(folder, new URL(`${peer.origin}/`))
    const script = join(import.meta.dirname, '../../support/run-remote-source.ts')
    const size = () =>
      readFile(path, 'utf8').then(
        (text) => text.length,
        () => 0,
      )
    for (let run = 0; run < 3; run += 1) {
      const before = await size()
      const child = spawn(process.execPath, [script, `${peer.origin}/`, folder])
      const ended = once(child, 'exit')
      // Past the second after which the position is saved, so that there is something to cut back.
      await vi.waitFor(async () => expect(await size()).toBeGreaterThan(before + 200_000), patient)
      child.kill('SIGKILL')
      await ended
    }
    const { source, text } = open(`${peer.origin}/`, folder)
    const before = await size()
    await vi.waitFor(async () => expect(await size()).toBeGreaterThan(before), patient)
    await source.close()
    const whole = await text()
    expect(whole).toBe(numbered(whole.split('\n').length - 1))
    // It did resume: the server was not asked from the start again.
    expect(peer.requests.at(-1)?.headers['last-event-id']).toMatch(/^\d+$/)
  })
})

describe('openRemoteSource: states and load', () => {
  it('says each phase, and tries again when told to', async () => {
    const peer = await peerOf(({ response, index }) => {
      if (index === 0) response.writeHead(404).end()
      else if (index === 1) response.writeHead(204).end()
      else beginStream(response, 'data:x\n\n')
    })
    const { source, phases } = open(peer.origin, await tempFolder())
    await vi.waitFor(
      () =>
        expect(source.phase).toEqual({ kind: 'refused', reason: { kind: 'status', status: 404 } }),
      PATIENCE,
    )
    source.retry()
    await vi.waitFor(() => expect(source.phase).toEqual({ kind: 'ended' }), PATIENCE)
    source.retry()
    await vi.waitFor(() => expect(source.phase).toEqual({ kind: 'live' }), PATIENCE)
    expect(phases.map(({ kind }) => kind)).toEqual([
      'refused',
      'connecting',
      'ended',
      'connecting',
      'live',
    ])
  })

  it('waits for its disk before it asks the server', async () => {
    const peer = await peerOf(({ response }) => beginStream(response, 'id:1\ndata:x\n\n'))
    const folder = await tempFolder()
    await writeFile(join(folder, 'remote'), 'a file in the way')
    const { source, text } = open(peer.origin, folder)
    expect(source.phase).toMatchObject({ kind: 'reconnecting', reason: { kind: 'disk' } })
    expect(peer.requests).toEqual([])
    await rm(join(folder, 'remote'))
    source.retry()
    await vi.waitFor(async () => expect(await text()).toBe('x\n'), patient)
    expect(source.phase).toEqual({ kind: 'live' })
  })

  it('says nothing and writes nothing after close', async () => {
    let stream: ServerResponse | undefined
    const peer = await peerOf(({ response }) => {
      stream = beginStream(response, 'id:1\ndata:x\n\n')
    })
    const { source, phases, text } = open(peer.origin, await tempFolder())
    await vi.waitFor(async () => expect(await text()).toBe('x\n'), PATIENCE)
    const told = phases.length
    await source.close()
    stream?.write('id:2\ndata:y\n\n')
    await vi.waitFor(() => expect(stream?.closed).toBe(true), PATIENCE)
    source.retry()
    await source.close()
    expect(await text()).toBe('x\n')
    expect(phases).toHaveLength(told)
    expect(peer.requests).toHaveLength(1)
  })

  it('writes a flood of 300 000 events, every one once and in order', async () => {
    const total = 300_000
    const peer = await peerOf(({ response }) => {
      beginStream(response)
      let sent = 0
      const send = () => {
        while (sent < total) {
          let part = ''
          for (const end = Math.min(sent + 500, total); sent < end; ) {
            sent += 1
            part += `id:${sent}\ndata:line ${sent}\n\n`
          }
          if (!response.write(part)) return void response.once('drain', send)
        }
      }
      send()
    })
    const { text } = open(peer.origin, await tempFolder())
    const whole = numbered(total)
    await vi.waitFor(async () => expect((await text()).length).toBe(whole.length), patient)
    expect((await text()) === whole).toBe(true)
  })
})
