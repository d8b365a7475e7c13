import type { Random } from '../../src/server/generator/seeded-random.ts'
import type { DataLine, LineMaker, TimeInHour } from './data-line.ts'
import { USUAL_WORD } from './rare-word.ts'

/*
 * What one looks for stands in this share of the lines: ERROR 2.4 %, WARN 8 %, `timeout after \d+ms`
 * 1.4 %, exception (in any case) 2.7 %, `[0-9]{5} bytes in [0-9]{4,}` 11 %,
 * `[a-z]+\.[A-Z]\w+Service` 8 %, a time or a user of sshd 2.7 %. test/bench/data holds them to it.
 */

/** Lines between two that hold the rare word's place: some 35 places in a block of 16 MiB. */
const LINES_PER_RARE_PLACE = 4096

const HOSTS = ['web-01', 'web-02', 'db-01', 'edge-7', 'cache-3'] as const
const MODULES = ['orders', 'billing', 'search', 'session', 'catalog'] as const
const CLASSES = ['Repository', 'Controller', 'Scheduler', 'Gateway', 'Publisher'] as const
const SERVICES = ['OrderService', 'PaymentService', 'StockService', 'MailService'] as const
const PLACES = ['São Paulo', 'Brasília', 'Belém', 'München', '東京'] as const
const METHODS = ['GET', 'GET', 'GET', 'POST', 'PUT'] as const
const PATHS = [
  '/api/orders',
  '/api/items/search',
  '/static/app.js',
  '/health',
  '/api/cart',
] as const

/** Mixed lines, as several programs write them into one log: syslog, Java with stack traces, JSON. */
export function createPlainLines(random: Random): LineMaker {
  let made = 0
  /** Lines of a stack trace that are still to come. */
  let trace: string[] = []

  const pick = random.pick
  const digits = (count: number): string =>
    String(10 ** (count - 1) + random.below(9 * 10 ** (count - 1)))
  const hex = (count: number): string =>
    Array.from({ length: count }, () => random.below(16).toString(16)).join('')

  function java(time: TimeInHour, level: string, logger: string, message: string): DataLine {
    const thread = `worker-${random.below(16)}`
    return {
      stamp: 'log4j',
      text: `:${time.minute}:${time.second},${time.milli} ${level} [${thread}] com.example.${logger} - ${message}`,
    }
  }

  function syslog(time: TimeInHour, program: string, message: string): DataLine {
    return {
      stamp: 'syslog',
      text: `:${time.minute}:${time.second} ${pick(HOSTS)} ${program}[${digits(4)}]: ${message}`,
    }
  }

  function json(time: TimeInHour, level: string, message: string): DataLine {
    return {
      stamp: 'json',
      text: `:${time.minute}:${time.second}.${time.milli}Z","level":"${level}","service":"${pick(MODULES)}","request":"${hex(16)}","msg":"${message}"}`,
    }
  }

  const logger = (): string => `${pick(MODULES)}.${pick(CLASSES)}`
  const service = (): string => `${pick(MODULES)}.${pick(SERVICES)}`
  const served = (): string =>
    `${pick(METHODS)} ${pick(PATHS)}/${digits(5)} 200 served ${digits(5)} bytes in ${digits(4)} us`

  function failure(time: TimeInHour): DataLine {
    const cause = pick(['IllegalStateException', 'SocketTimeoutException', 'SQLException'])
    trace = [
      `java.lang.${cause}: connection to 10.0.${random.below(256)}.${random.below(256)}:5432 was closed by its peer`,
      `\tat com.example.${pick(MODULES)}.Handler.handle(Handler.java:${digits(3)})`,
      `\tat com.example.http.Dispatcher.dispatch(Dispatcher.java:${digits(3)})`,
      `\tat java.base/java.lang.Thread.run(Thread.java:${digits(4)})`,
    ]
    return java(time, 'ERROR', logger(), `request ${hex(16)} failed with an unhandled exception`)
  }

  function next(time: TimeInHour): DataLine {
    const die = random.below(1000)
    if (die < 14) return failure(time)
    if (die < 20)
      return java(time, 'ERROR', logger(), `disk quota of tenant ${digits(4)} is used up`)
    if (die < 26)
      return json(time, 'ERROR', `upstream answered 502 for order ${digits(6)}, giving up`)
    if (die < 41)
      return java(
        time,
        'WARN ',
        logger(),
        `timeout after ${digits(4)}ms, attempt ${random.below(5)} of 5`,
      )
    if (die < 80)
      return java(
        time,
        'WARN ',
        logger(),
        `queue depth ${digits(4)} is above its mark, oldest ${digits(2)} s`,
      )
    if (die < 110)
      return json(time, 'WARN', `slow query, ${digits(4)} rows scanned for ${digits(2)}`)
    if (die < 195)
      return java(
        time,
        'INFO ',
        service(),
        `accepted order ${digits(7)}, items=${random.below(9)} total=${digits(3)}.90`,
      )
    if (die < 210)
      return syslog(
        time,
        'sshd',
        `Accepted publickey for deploy from 10.20.${digits(2)}.${digits(2)} port ${digits(5)} ssh2`,
      )
    if (die < 224)
      return syslog(
        time,
        'sshd',
        `session opened for user u${digits(4)} by uid=5${digits(2)}, terminal ssh`,
      )
    if (die < 330) return syslog(time, 'nginx', served())
    if (die < 341) return json(time, 'INFO', served())
    if (die < 400)
      return java(
        time,
        'INFO ',
        logger(),
        `trace ${hex(8)}-${hex(4)} finished, spans=${random.below(40)}`,
      )
    if (die < 410)
      return java(
        time,
        'INFO ',
        logger(),
        `deliver to ${pick(PLACES)}, parcel ${digits(8)}, weight ${digits(3)} g`,
      )
    if (die < 560)
      return syslog(
        time,
        'kernel',
        `eth0: link state ok, rx ${digits(7)} tx ${digits(7)} packets, dropped ${random.below(10)}`,
      )
    if (die < 620)
      return json(time, 'INFO', `cache hit for item ${digits(6)} in region ${pick(HOSTS)}`)
    if (die < 800)
      return java(
        time,
        'DEBUG',
        logger(),
        `entity ${digits(6)} loaded from replica ${random.below(4)} after ${random.below(90)} ms, version ${digits(3)}`,
      )
    return java(
      time,
      'INFO ',
      logger(),
      `job ${digits(6)} moved from queued to running, owner ${pick(HOSTS)}, priority ${random.below(9)}`,
    )
  }

  return (time) => {
    made += 1
    if (made % LINES_PER_RARE_PLACE === LINES_PER_RARE_PLACE / 2) {
      return java(time, 'INFO ', logger(), `heartbeat of ${USUAL_WORD} seen, all replicas in step`)
    }
    const continued = trace.shift()
    return continued === undefined ? next(time) : { stamp: null, text: continued }
  }
}
