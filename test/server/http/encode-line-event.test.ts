import { createParser, type EventSourceMessage } from 'eventsource-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeLineEvent, encodeNamedEvent } from '../../../src/server/http/encode-line-event.ts'

function parsed(text: string): EventSourceMessage[] {
  const events: EventSourceMessage[] = []
  createParser({ onEvent: (event) => void events.push(event) }).feed(text)
  return events
}

describe('a line as an event', () => {
  it('is one event with its text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, end) => {
        const [event, ...more] = parsed(
          encodeLineEvent('a.1.b.0', end, { text, bytes: 1, cut: false }),
        )
        expect(more).toEqual([])
        expect(event).toMatchObject({
          id: `a.1.b.0-${end}`,
          data: text.replace(/\r\n|\r/g, '\n'),
          event: undefined,
        })
      }),
    )
  })

  it('says that it was cut, and from how much', () => {
    const [event] = parsed(encodeLineEvent('a.1.b.0', 9, { text: 'begin', bytes: 900, cut: true }))
    expect(event?.data).toBe('begin [… 900 bytes, cut by Rastro]')
  })

  it('has a name only when it is no line', () => {
    expect(parsed(encodeNamedEvent('gap', '{}'))).toMatchObject([{ event: 'gap', data: '{}' }])
  })
})
