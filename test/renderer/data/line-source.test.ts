import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApi } from '../../../src/renderer/data/api.ts'
import { type LineBounds, WindowedLines } from '../../../src/renderer/data/line-source.ts'
import { MAX_WINDOWS_IN_FLIGHT } from '../../../src/renderer/data/windowed-rows.ts'
import { PATIENCE } from '../../support/patience.ts'
import { type PeerRequest, type SsePeer, startSsePeer } from '../../support/sse-peer.ts'

let peer: SsePeer | undefined
let lines: WindowedLines | undefined

afterEach(async () => {
  lines?.close()
  await peer?.close()
})

interface Ask extends PeerRequest {
  readonly from: number
  readonly to: number
}

/** A server of an endless log; `answer` may change or hold an answer back. */
async function serve(answer: (ask: Ask) => void = ok): Promise<WindowedLines> {
  peer = await startSsePeer((request) => {
    const { searchParams } = new URL(request.request.url ?? '', 'http://peer')
    answer({
      ...request,
      from: Number(searchParams.get('from')),
      to: Number(searchParams.get('to')),
    })
  })
  lines = new WindowedLines(createApi(`${peer.origin}/`))
  lines.setBounds(bounds())
  return lines
}

function bounds(facts: Partial<LineBounds> = {}): LineBounds {
  return {
    log: 'app',
    encoding: 'utf-8',
    instance: 'first',
    first: 0,
    end: 100_000_000,
    ...facts,
  }
}

function ok({ from, to, response }: Ask, text = (line: number) => `line ${line}`): void {
  const window = { from, lines: [] as unknown[], first: 0, end: 100_000_000 }
  for (let line = from; line < to; line += 1) {
    window.lines.push({ text: text(line), bytes: 8, cut: false })
  }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(window))
}

const requests = () => peer?.requests.map(({ url }) => url) ?? []

describe('the lines of another server', () => {
  it('replace those of the one before at the same numbers', async () => {
    const source = await serve()
    source.want(0, 10)
    await vi.waitFor(() => expect(source.peek(0)).toBeDefined(), PATIENCE)
    source.setBounds(bounds({ instance: 'second' }))
    expect(source.peek(0)).toBeUndefined()
    source.want(0, 10)
    await vi.waitFor(() => expect(source.peek(0)).toBeDefined(), PATIENCE)
    expect(requests()).toHaveLength(2)
  })
})

describe('the lines of a window', () => {
  it('are fetched by whole chunks, once', async () => {
    const source = await serve()
    source.want(1000, 1050)
    source.want(1001, 1051)
    await vi.waitFor(() => expect(source.peek(1050)?.text).toBe('line 1050'), PATIENCE)
    source.want(1010, 1060)
    expect(source.peek(768)?.text).toBe('line 768')
    expect(requests()).toEqual(['/api/logs/app/lines?from=768&to=1280'])
  })

  it('are told when they arrive, until unsubscribed', async () => {
    const source = await serve()
    const heard = vi.fn()
    const stop = source.onLoaded(heard)
    source.want(0, 10)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), PATIENCE)
    stop()
    source.accept(0, [{ text: 'x', bytes: 1, cut: false }])
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('of an old wish are not waited for: at most two requests, the newest view first', async () => {
    let open = 0
    let most = 0
    const source = await serve(({ response }) => {
      open += 1
      most = Math.max(most, open)
      // Never answered: only leaving ends them.
      response.on('close', () => {
        open -= 1
      })
    })
    for (let jump = 0; jump < 30; jump += 1) {
      source.want(jump * 1_000_000, jump * 1_000_000 + 50)
      await vi.waitFor(() => expect(requests().at(-1)).toContain(`from=${chunkOf(jump)}`), PATIENCE)
    }
    await vi.waitFor(() => expect(open).toBe(1), PATIENCE)
    // One more may be seen for a moment: the close of a request arrives after the next one.
    expect(most).toBeLessThanOrEqual(MAX_WINDOWS_IN_FLIGHT + 1)
  })

  it('are asked for again from where a short answer ended', async () => {
    const source = await serve((ask) => ok({ ...ask, to: Math.min(ask.to, ask.from + 100) }))
    source.want(0, 250)
    await vi.waitFor(() => expect(source.peek(249)).toBeDefined(), PATIENCE)
    expect(requests()).toEqual([
      '/api/logs/app/lines?from=0&to=256',
      '/api/logs/app/lines?from=100&to=256',
      '/api/logs/app/lines?from=200&to=256',
    ])
  })

  it('are tried again when the server failed, without hammering it', async () => {
    const source = await serve((ask) => {
      if (ask.index > 0) ok(ask)
      else ask.response.writeHead(500).end()
    })
    source.want(0, 50)
    await vi.waitFor(() => expect(requests()).toHaveLength(1), PATIENCE)
    for (let frame = 0; frame < 20; frame += 1) source.want(frame, frame + 50)
    expect(requests()).toHaveLength(1)
    await vi.waitFor(() => expect(source.peek(49)).toBeDefined(), PATIENCE)
    expect(requests()).toHaveLength(2)
  })

  it('are never asked for beyond the end or before the first line', async () => {
    const source = await serve()
    source.setBounds(bounds({ first: 300, end: 310 }))
    source.want(0, 1000)
    await vi.waitFor(() => expect(source.peek(309)).toBeDefined(), PATIENCE)
    expect(requests()).toEqual(['/api/logs/app/lines?from=300&to=310'])
  })

  it('come by the event stream too, and then need no request', async () => {
    const source = await serve()
    source.setBounds(bounds({ end: 2 }))
    source.accept(
      0,
      [0, 1].map((line) => ({ text: `pushed ${line}`, bytes: 8, cut: false })),
    )
    source.want(0, 2)
    expect(source.peek(1)?.text).toBe('pushed 1')
    source.setBounds(bounds({ end: 4 }))
    source.want(0, 4)
    await vi.waitFor(() => expect(source.peek(3)).toBeDefined(), PATIENCE)
    expect(requests()).toEqual(['/api/logs/app/lines?from=2&to=4'])
  })

  it('of another log or encoding forget the ones before', async () => {
    const source = await serve()
    source.want(0, 10)
    await vi.waitFor(() => expect(source.peek(9)).toBeDefined(), PATIENCE)
    source.setBounds(bounds({ encoding: 'windows-1252' }))
    expect(source.peek(9)).toBeUndefined()
    source.want(0, 10)
    await vi.waitFor(() => expect(source.peek(9)).toBeDefined(), PATIENCE)
    source.setBounds(bounds({ log: 'other', encoding: 'windows-1252' }))
    expect(source.peek(9)).toBeUndefined()
  })

  it('of a request that was under way when the log changed do not appear in the new one', async () => {
    const held: Ask[] = []
    const source = await serve((ask) => held.push(ask))
    source.want(0, 10)
    await vi.waitFor(() => expect(held).toHaveLength(1), PATIENCE)
    source.setBounds(bounds({ log: 'other' }))
    source.want(0, 10)
    await vi.waitFor(() => expect(held).toHaveLength(2), PATIENCE)
    for (const ask of held) ok(ask, () => ask.request.url ?? '')
    await vi.waitFor(() => expect(source.peek(0)?.text).toContain('/other/'), PATIENCE)
  })

  it('stay readable after a restart of the server until they are read again', async () => {
    const source = await serve((ask) => ok(ask, (line) => `${ask.index}: ${line}`))
    source.want(0, 10)
    await vi.waitFor(() => expect(source.peek(5)?.text).toBe('0: 5'), PATIENCE)
    source.expire()
    expect(source.peek(5)?.text).toBe('0: 5')
    await vi.waitFor(() => expect(source.peek(5)?.text).toBe('1: 5'), PATIENCE)
  })
})

describe('reading for a copy', () => {
  it('reads all of a range that takes several windows', async () => {
    const source = await serve((ask) => ok({ ...ask, to: Math.min(ask.to, ask.from + 2000) }))
    const read = await source.read(5, 5005)
    expect(read?.length).toBe(5000)
    expect(read?.at(-1)?.text).toBe('line 5004')
  })

  it('is null when a part cannot be read', async () => {
    const source = await serve((ask) => {
      if (ask.from < 2000) ok(ask)
      else ask.response.writeHead(404).end()
    })
    expect(await source.read(0, 5000)).toBeNull()
  })
})

describe('the end of a log that is still being indexed', () => {
  it('is read without numbers', async () => {
    const source = await serve(({ response }) => {
      response.end(JSON.stringify({ lines: [{ text: 'last', bytes: 4, cut: false }] }))
    })
    source.wantTail(200)
    source.wantTail(200)
    await vi.waitFor(
      () => expect(source.peekTail().map(({ text }) => text)).toEqual(['last']),
      PATIENCE,
    )
    expect(requests()).toEqual(['/api/logs/app/tail?lines=200'])
  })
})

function chunkOf(jump: number): number {
  return Math.floor((jump * 1_000_000) / 256) * 256
}
