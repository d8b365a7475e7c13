import { pathText } from './field-path.ts'
import type { Field } from './structured-line.ts'

/** What every log calls differently. */
export type KnownField = 'time' | 'level' | 'logger' | 'message'

/**
 * Names that mean the same, likeliest first: of pino, bunyan, winston, zap, logrus, slog, Serilog
 * (`@t`), Elastic Common Schema, OpenTelemetry, python-json-logger, logstash and journald.
 */
const NAMES: Readonly<Record<KnownField, readonly string[]>> = {
  time: ['time', 'timestamp', '@timestamp', 'ts', '@t', 'datetime', 'date', 'asctime', 'eventTime'],
  level: [
    'level',
    'severity',
    'lvl',
    'log.level',
    '@l',
    'levelname',
    'severity_text',
    'severityText',
    'loglevel',
    'PRIORITY',
  ],
  logger: [
    'logger',
    'logger_name',
    'log.logger',
    'loggerName',
    'SourceContext',
    'component',
    'module',
    'name',
    'caller',
    'service',
  ],
  message: ['message', 'msg', '@m', '@mt', 'MESSAGE', 'body', 'event', 'log', 'text', 'error'],
}

/** The field that says this of a line, whatever its name; null when none does. */
export function knownField(fields: readonly Field[], known: KnownField): Field | null {
  let best: Field | null = null
  let rank = NAMES[known].length
  for (const field of fields) {
    const at = RANKS[known].get(nameOf(field))
    if (at !== undefined && at < rank) {
      best = field
      rank = at
    }
  }
  return best
}

/** `log.level` is one name, or two within each other. */
function nameOf({ path }: Field): string {
  const [only] = path
  return path.length === 1 && typeof only === 'string' ? only : pathText(path)
}

const ranks = (names: readonly string[]) => new Map(names.map((name, index) => [name, index]))
const RANKS = {
  time: ranks(NAMES.time),
  level: ranks(NAMES.level),
  logger: ranks(NAMES.logger),
  message: ranks(NAMES.message),
}
