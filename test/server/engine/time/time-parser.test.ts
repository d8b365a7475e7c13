import { describe, expect, it } from 'vitest'
import {
  detectTimeFormat,
  type UnsaidTime,
} from '../../../../src/server/engine/time/detect-time-format.ts'
import { createTimeParser } from '../../../../src/server/engine/time/time-parser.ts'
import type { Encoding } from '../../../../src/shared/encoding.ts'
import { encodeText } from '../../../support/encode-text.ts'

/** Times without a zone are UTC here, and those without a year lie near 20 June 2024. */
const UNSAID: UnsaidTime = { zoneMinutes: 0, lastChange: Date.UTC(2024, 5, 20) }

/** The time of a line in the format that the line itself shows; null when it shows none. */
function timeOf(line: string, unsaid = UNSAID, encoding: Encoding = 'utf-8'): string | null {
  const bytes = encodeText(`${line}\n`, encoding)
  const format = detectTimeFormat(bytes, encoding, unsaid)
  if (format === null) return null
  return new Date(createTimeParser(format, encoding)(bytes, 0, bytes.length)).toISOString()
}

const SAMPLES: readonly (readonly [line: string, time: string])[] = [
  // ISO 8601 and its relatives.
  ['2024-01-02T03:04:05Z started', '2024-01-02T03:04:05.000Z'],
  ['2024-01-02T03:04:05.6Z started', '2024-01-02T03:04:05.600Z'],
  ['2024-01-02T03:04:05.678901234Z started', '2024-01-02T03:04:05.678Z'],
  ['2024-01-02T03:04:05+02:00 started', '2024-01-02T01:04:05.000Z'],
  ['2024-01-02T03:04:05-0330 started', '2024-01-02T06:34:05.000Z'],
  ['2024-01-02 03:04:05.678 UTC [4242] LOG:  checkpoint', '2024-01-02T03:04:05.678Z'],
  ['2024-01-02 03:04:05.678-03 [4242] LOG:  checkpoint', '2024-01-02T06:04:05.678Z'],
  ['2024-01-02 03:04:05 +0100 [info]: #0 started', '2024-01-02T02:04:05.000Z'],
  ['2024-01-02 03:04:05 -12 of 40 done', '2024-01-02T03:04:05.000Z'],
  ['2024-01-02 03:04:05 started', '2024-01-02T03:04:05.000Z'],
  ['2024-01-02 03:04 started', '2024-01-02T03:04:00.000Z'],
  // log4j, Logback, Python.
  ['2024-01-02 03:04:05,678 INFO  [main] c.e.App - started', '2024-01-02T03:04:05.678Z'],
  ['INFO  2024-01-02 03:04:05,678 [main] c.e.App - started', '2024-01-02T03:04:05.678Z'],
  ['[2024-01-02 03:04:05,678] {dag.py:12} INFO - started', '2024-01-02T03:04:05.678Z'],
  ['[INFO ] [2024-01-02 03:04:05,678] started', '2024-01-02T03:04:05.678Z'],
  ['\x1b[32m2024-01-02 03:04:05.678\x1b[0m | INFO | started', '2024-01-02T03:04:05.678Z'],
  [
    '\x1b[2m2024-01-02T03:04:05.678901Z\x1b[0m \x1b[32m INFO\x1b[0m app',
    '2024-01-02T03:04:05.678Z',
  ],
  // nginx, Go.
  ['2024/01/02 03:04:05 [error] 7#7: *1 open() failed', '2024-01-02T03:04:05.000Z'],
  ['2024/01/02 03:04:05.678901 main.go:12: started', '2024-01-02T03:04:05.678Z'],
  // Syslog.
  ['Jan  2 03:04:05 host sshd[42]: Accepted', '2024-01-02T03:04:05.000Z'],
  ['Jan 12 03:04:05 host sshd[42]: Accepted', '2024-01-12T03:04:05.000Z'],
  ['Jan 2 03:04:05 host sshd[42]: Accepted', '2024-01-02T03:04:05.000Z'],
  ['<34>Oct 11 22:14:15 mymachine su: failed', '2023-10-11T22:14:15.000Z'],
  ['Jan 02 2023 03:04:05: %ASA-6-302013: Built', '2023-01-02T03:04:05.000Z'],
  ['<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 -', '2003-10-11T22:14:15.003Z'],
  ['<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 p 8710 - -', '2003-08-24T12:14:15.000Z'],
  // Web servers.
  [
    '127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 2326',
    '2000-10-10T20:55:36.000Z',
  ],
  [
    'example.org:80 203.0.113.7, 198.51.100.2 - a user [10/Oct/2000:13:55:36 +0000] "GET /"',
    '2000-10-10T13:55:36.000Z',
  ],
  ['[Sun Oct 10 13:55:36.123456 2010] [core:error] [pid 7] no', '2010-10-10T13:55:36.123Z'],
  ['Tue Jan  2 03:04:05 UTC 2024 started', '2024-01-02T03:04:05.000Z'],
  ['Tue Jan  2 03:04:05 CEST 2024 started', '2024-01-02T03:04:05.000Z'],
  ['02-Jan-2024 03:04:05.678 INFO [main] org.apache.catalina', '2024-01-02T03:04:05.678Z'],
  ['[02-Jan-2024 03:04:05 UTC] PHP Warning:  no', '2024-01-02T03:04:05.000Z'],
  ['4242:M 02 Jan 2024 03:04:05.678 * Ready', '2024-01-02T03:04:05.678Z'],
  // klog and glog.
  ['I0102 03:04:05.678901       1 main.go:12] started', '2024-01-02T03:04:05.678Z'],
  ['E20240102 03:04:05.678901  4242 main.cc:12] failed', '2024-01-02T03:04:05.678Z'],
  // Android.
  ['01-02 03:04:05.678  1000  1001 I ActivityManager: started', '2024-01-02T03:04:05.678Z'],
  // Numbers since 1970.
  ['1704164645 started', '2024-01-02T03:04:05.000Z'],
  ['1704164645.678    234 192.0.2.1 TCP_MISS/200', '2024-01-02T03:04:05.678Z'],
  ['1704164645678 started', '2024-01-02T03:04:05.678Z'],
  ['1704164645678901 started', '2024-01-02T03:04:05.678Z'],
  ['1704164645678901234 started', '2024-01-02T03:04:05.678Z'],
  ['type=SYSCALL msg=audit(1704164645.678:24287): arch=c000003e', '2024-01-02T03:04:05.678Z'],
  // JSON.
  ['{"level":30,"time":1704164645678,"pid":42,"msg":"started"}', '2024-01-02T03:04:05.678Z'],
  ['{"level":"info","ts":1704164645.678901,"msg":"started"}', '2024-01-02T03:04:05.678Z'],
  ['{"@timestamp":"2024-01-02T03:04:05.678Z","message":"x"}', '2024-01-02T03:04:05.678Z'],
  ['{ "msg" : "x", "timestamp" : "2024-01-02 03:04:05,678" }', '2024-01-02T03:04:05.678Z'],
  ['{"t":{"$date":"2024-01-02T03:04:05.678+00:00"},"s":"I"}', '2024-01-02T03:04:05.678Z'],
  ['{"log":"a \\"time\\":\\"1\\"","time":"2024-01-02T03:04:05.678Z"}', '2024-01-02T03:04:05.678Z'],
  ['{"job":{"time":12},"time":"2024-01-02T03:04:05.678Z"}', '2024-01-02T03:04:05.678Z'],
  ['{"time_local":"02/Jan/2024:03:04:05 +0000"}', '2024-01-02T03:04:05.000Z'],
  // logfmt.
  ['ts=2024-01-02T03:04:05.678Z caller=main.go:12 level=info', '2024-01-02T03:04:05.678Z'],
  ['time="2024-01-02T03:04:05Z" level=info msg="started"', '2024-01-02T03:04:05.000Z'],
  ['level=info ts=1704164645.678 msg=started', '2024-01-02T03:04:05.678Z'],
]

describe('the time of a line', () => {
  it.each(SAMPLES)('reads %j', (line, time) => {
    expect(timeOf(line)).toBe(time)
  })

  it.each(SAMPLES)('reads %j in UTF-16 and behind a byte order mark', (line, time) => {
    expect(timeOf(`\ufeff${line}`, UNSAID, 'utf-16le')).toBe(time)
    expect(timeOf(`\ufeff${line}`, UNSAID, 'utf-16be')).toBe(time)
    expect(timeOf(`\ufeff${line}`)).toBe(time)
  })

  it.each([
    'started',
    '',
    '    at com.example.App.main(App.java:12)',
    '2024-13-02T03:04:05Z',
    '2024-02-30T03:04:05Z',
    '2023-02-29T03:04:05Z',
    '2024-01-02T24:04:05Z',
    '2024-01-02T03:60:05Z',
    '2024-01-02T03:04:61Z',
    '2024-1-2 3:4:5',
    '2024-01/02 03:04:05',
    '20240102T030405Z',
    'Foo  2 03:04:05 host',
    'Feb 30 03:04:05 host',
    '10/Okt/2000:13:55:36',
    'X0102 03:04:05.678901 1 main.go:12]',
    '170416464 nine digits',
    '17041646456 eleven digits',
    '1704164645abc',
    '0704164645 before',
    '9704164645 after 2100',
    '{"level":30,"pid":1704164645678}',
    '{"msg":"\\"time\\":1704164645678"}',
    'uptime=1704164645',
  ])('finds none in %j', (line) => {
    expect(timeOf(line)).toBeNull()
  })

  it('takes a zone that is said for what it is, and the given one where none is', () => {
    const inTokyo = { ...UNSAID, zoneMinutes: 540 }
    expect(timeOf('2024-01-02 03:04:05 x', inTokyo)).toBe('2024-01-01T18:04:05.000Z')
    expect(timeOf('2024-01-02 03:04:05Z x', inTokyo)).toBe('2024-01-02T03:04:05.000Z')
    expect(timeOf('Jan  2 03:04:05 x', inTokyo)).toBe('2024-01-01T18:04:05.000Z')
  })

  it('takes the zone of this server, with its summer time, where none is given', () => {
    const local = { ...UNSAID, zoneMinutes: null }
    for (const month of [0, 3, 6, 9]) {
      const date = new Date(2024, month, 15, 12, 30, 15)
      const text = `2024-${String(month + 1).padStart(2, '0')}-15 12:30:15 x`
      expect(timeOf(text, local)).toBe(date.toISOString())
    }
  })

  it('takes a leap day in leap years only', () => {
    expect(timeOf('2024-02-29T23:59:59Z')).toBe('2024-02-29T23:59:59.000Z')
    expect(timeOf('2000-02-29T23:59:59Z')).toBe('2000-02-29T23:59:59.000Z')
    expect(timeOf('1900-02-29T23:59:59Z')).toBeNull()
    expect(timeOf('2016-12-31T23:59:60Z')).toBe('2017-01-01T00:00:00.000Z')
  })
})

describe('a time without a year', () => {
  const near = (date: string) => ({ zoneMinutes: 0, lastChange: Date.parse(date) })

  it('lies in the year before when its month is still to come', () => {
    expect(timeOf('Dec 31 23:59:59 host', near('2024-01-03'))).toBe('2023-12-31T23:59:59.000Z')
    expect(timeOf('Jan  1 00:00:00 host', near('2024-01-03'))).toBe('2024-01-01T00:00:00.000Z')
    expect(timeOf('I1231 23:59:59.000000 1 a.go:1]', near('2024-01-03'))).toBe(
      '2023-12-31T23:59:59.000Z',
    )
  })

  it('lies in the next year when a file of December goes on growing', () => {
    expect(timeOf('Jan  1 00:00:01 host', near('2023-12-20'))).toBe('2024-01-01T00:00:01.000Z')
    expect(timeOf('Dec 19 00:00:01 host', near('2023-12-20'))).toBe('2023-12-19T00:00:01.000Z')
  })

  it('lies in the last year that has the day', () => {
    expect(timeOf('Feb 29 12:00:00 host', near('2024-03-01'))).toBe('2024-02-29T12:00:00.000Z')
    expect(timeOf('Feb 29 12:00:00 host', near('2026-03-01'))).toBe('2024-02-29T12:00:00.000Z')
  })
})
