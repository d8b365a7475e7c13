import { assertNever } from '../../shared/assert-never.ts'
import type { ClockText } from './clock-text.ts'
import type { Failure, LogEvent } from './log-event.ts'
import type { Random } from './seeded-random.ts'

/** The formats that the generator writes. */
export const LOG_FORMATS = ['plain', 'json', 'logfmt', 'access', 'java'] as const
/** The name of one of them. */
export type LogFormat = (typeof LOG_FORMATS)[number]

const ANSI_COLOURS: Partial<Record<LogEvent['level'], number>> = {
  fatal: 35,
  error: 31,
  warn: 33,
  info: 32,
}

const PATHS = [
  '/api/pedidos',
  '/api/produtos',
  '/login',
  '/assets/app.js',
  '/busca?q=caf%C3%A9',
] as const
const AGENTS = ['curl/8.14.1', 'Mozilla/5.0 (X11; Linux x86_64)', 'kube-probe/1.33'] as const

/**
 * Writes an event down as whole lines without their endings. Plain and java put a stack trace on
 * lines of its own, as loggers do; json and logfmt carry it in a field; an access log has none.
 */
export function formatEvent(
  event: LogEvent,
  format: LogFormat,
  clock: ClockText,
  random: Random,
): string[] {
  switch (format) {
    case 'plain': {
      const level = event.level.toUpperCase()
      const head = `${clock.iso} ${coloured(level, event, random)} [${event.logger}] ${event.message}`
      return event.failure === null ? [head] : [head, ...stackTrace(event.failure)]
    }
    case 'java': {
      const level = event.level.toUpperCase().padEnd(5)
      const head = `${clock.comma} ${level} [${event.thread}] br.com.loja.${event.logger}.Servico - ${event.message}`
      return event.failure === null ? [head] : [head, ...stackTrace(event.failure)]
    }
    case 'json':
      return [
        JSON.stringify({
          time: clock.iso,
          level: event.level,
          logger: event.logger,
          msg: event.message,
          user: event.user,
          orderId: event.orderId,
          durationMs: event.durationMs,
          ...(event.failure && { stack: stackTrace(event.failure).join('\n') }),
        }),
      ]
    case 'logfmt': {
      const error = event.failure === null ? '' : ` err=${quoted(event.failure.reason)}`
      return [
        `ts=${clock.iso} level=${event.level} logger=${event.logger} msg=${quoted(event.message)} user=${quoted(event.user)} order=${event.orderId} duration=${event.durationMs}ms${error}`,
      ]
    }
    case 'access':
      return [accessLine(event, clock, random)]
    default:
      return assertNever(format, 'log format')
  }
}

/** One line in forty has a coloured level: some programs write colours even into files. */
function coloured(level: string, event: LogEvent, random: Random): string {
  const colour = ANSI_COLOURS[event.level]
  return colour !== undefined && random.below(40) === 0 ? `\x1b[${colour}m${level}\x1b[0m` : level
}

function stackTrace(failure: Failure): string[] {
  return [
    `${failure.error}: ${failure.reason}`,
    ...failure.frames.map((frame) => `\tat ${frame}`),
    'Caused by: java.io.IOException: Connection reset by peer',
    `\t... ${failure.frames.length + 9} more`,
  ]
}

function quoted(value: string): string {
  return value.includes(' ') ? `"${value}"` : value
}

/** The combined log format of Apache and nginx; the level becomes a status. */
function accessLine(event: LogEvent, clock: ClockText, random: Random): string {
  const status =
    event.level === 'error' || event.level === 'fatal' ? 500 : event.level === 'warn' ? 404 : 200
  const user = event.user.includes(' ') ? '-' : event.user
  const path = random.pick(PATHS)
  return `203.0.113.${1 + (event.orderId % 254)} - ${user} [${clock.access}] "GET ${path} HTTP/1.1" ${status} ${event.orderId} "-" "${random.pick(AGENTS)}"`
}
