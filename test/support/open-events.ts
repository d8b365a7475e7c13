import { type IncomingMessage, request } from 'node:http'
import { createParser } from 'eventsource-parser'
import { onTestFinished, vi } from 'vitest'
import { type ServerMessage, serverMessages } from '../../src/shared/protocol.ts'
import { answerOf } from './answer-of.ts'

/** A client of `GET /api/events`, which parses every message as the page does. */
export interface EventsClient {
  readonly answer: IncomingMessage
  readonly messages: readonly ServerMessage[]
  /** Messages as they came together, one list for each event. */
  readonly events: readonly (readonly ServerMessage[])[]
  readonly ended: boolean
  /** Waits for a message of which `wanted` is true. */
  hears<Kind extends ServerMessage['kind']>(
    kind: Kind,
    wanted?: (message: Extract<ServerMessage, { kind: Kind }>) => boolean,
  ): Promise<Extract<ServerMessage, { kind: Kind }>>
  close(): void
}

/** How long a message may take to come, in ms: far more than it needs. */
const PATIENCE_MS = 20_000

export async function openEvents(port: number, follow?: string): Promise<EventsClient> {
  const query = follow === undefined ? '' : `?follow=${follow}`
  const sent = request({ host: '127.0.0.1', port, path: `/api/events${query}`, agent: false })
  const answer = await answerOf(sent)
  const events: ServerMessage[][] = []
  let ended = false
  const parser = createParser({
    onEvent: ({ data }) => void events.push(serverMessages.parse(JSON.parse(data))),
  })
  answer.setEncoding('utf8')
  answer.on('data', (piece: string) => parser.feed(piece))
  answer.on('error', () => undefined)
  answer.on('close', () => {
    ended = true
  })
  const client: EventsClient = {
    answer,
    events,
    get messages() {
      return events.flat()
    },
    get ended() {
      return ended
    },
    hears: (kind, wanted = () => true) =>
      vi.waitUntil(() => events.flat().find(isWanted(kind, wanted)), {
        timeout: PATIENCE_MS,
        interval: 5,
      }),
    close: () => void sent.destroy(),
  }
  onTestFinished(() => client.close())
  return client
}

function isWanted<Kind extends ServerMessage['kind']>(
  kind: Kind,
  wanted: (message: Extract<ServerMessage, { kind: Kind }>) => boolean,
) {
  return (message: ServerMessage): message is Extract<ServerMessage, { kind: Kind }> =>
    message.kind === kind && wanted(message as Extract<ServerMessage, { kind: Kind }>)
}
