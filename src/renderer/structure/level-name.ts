/** The numbers that bunyan and pino write for levels (https://getpino.io/#/docs/api?id=level-string). */
const PINO: Readonly<Record<string, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

/** A level in words, as the line says it where it says a word. */
export function levelName(level: string): string {
  return PINO[level] ?? level
}
