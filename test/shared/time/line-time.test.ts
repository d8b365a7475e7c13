import { describe, expect, it } from 'vitest'
import { createClock } from '../../../src/shared/time/clock.ts'
import { createLineTimeReader } from '../../../src/shared/time/line-time.ts'
import { createTimeContext } from '../../../src/shared/time/time-context.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const clock = createClock('America/Sao_Paulo')

function reader() {
  return createLineTimeReader(createTimeContext(clock.fromWallClock, utc('2024-03-01T00:00')))
}

describe('the time of a line', () => {
  it.each([
    ['2024-01-02T03:04:05.678Z INFO started', '2024-01-02T03:04:05.678'],
    ['2024-01-02 03:04:05,678 INFO [main] c.e.App - started', '2024-01-02T06:04:05.678'],
    ['[2024-01-02 03:04:05 +0100] started', '2024-01-02T02:04:05'],
    ['Feb  3 03:04:05 host app[12]: started', '2024-02-03T06:04:05'],
    ['<34>1 2024-01-02T03:04:05Z host app - - - started', '2024-01-02T03:04:05'],
    [
      '1.2.3.4 - ana maria [02/Jan/2024:03:04:05 -0300] "GET / HTTP/1.1" 200 5',
      '2024-01-02T06:04:05',
    ],
    ['I0102 03:04:05.678901 1 main.go:5] started', '2024-01-02T06:04:05.678'],
    ['1704164645.5 started', '2024-01-02T03:04:05.5'],
    ['{"level":"info","ts":1704164645,"msg":"started"}', '2024-01-02T03:04:05'],
    ['level=info time="2024-01-02T03:04:05Z" msg=started', '2024-01-02T03:04:05'],
    ['\x1b[32m2024-01-02T03:04:05Z\x1b[0m started', '2024-01-02T03:04:05'],
    ['INFO  2024-01-02 03:04:05 ação – 🐌', '2024-01-02T06:04:05'],
  ])('%j', (line, time) => {
    expect(reader()(line)).toBe(utc(time))
  })

  it.each([
    '',
    '\tat com.example.App.main(App.java:5)',
    'no time at all',
    '12:30',
    '🐌'.repeat(9_000),
  ])('is not in %j', (line) => {
    expect(reader()(line)).toBeNull()
  })

  it('is read in the way of the lines before, and in any other where that one fails', () => {
    const read = reader()
    expect(read('2024-01-02T03:04:05Z a')).toBe(utc('2024-01-02T03:04:05'))
    expect(read('  at App.main')).toBeNull()
    expect(read('{"time":"2024-01-02T03:04:06Z"}')).toBe(utc('2024-01-02T03:04:06'))
    expect(read('2024-01-02T03:04:07Z b')).toBe(utc('2024-01-02T03:04:07'))
  })
})
