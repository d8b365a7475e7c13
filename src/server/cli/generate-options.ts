import { resolve } from 'node:path'
import { z } from 'zod'
import { LOG_FORMATS, type LogFormat } from '../generator/format-event.ts'
import type { StartGeneratorOptions } from '../generator/start-generator.ts'
import type { Sentences } from './sentences.ts'
import { UsageError } from './usage-error.ts'

/** Options as commander gives them. */
const given = z.object({
  file: z.string(),
  interval: z.string().optional(),
  rate: z.string().optional(),
  format: z.string(),
  lines: z.string().optional(),
})

/** One day: a timer of Node takes at most 24.8. */
const MAX_INTERVAL_MS = 86_400_000

/** Lines a second that can be asked for; more than any disk of today takes one by one. */
const MAX_RATE = 1_000_000

/** Checks the options of `rastro generate`; a relative file is taken from `folder`. Throws a UsageError. */
export function generateOptions(
  options: unknown,
  folder: string,
  say: Sentences,
): StartGeneratorOptions {
  const { file, interval, rate, format, lines } = given.parse(options)
  if (interval !== undefined && rate !== undefined) throw new UsageError(say.intervalAndRate)
  return {
    file: resolve(folder, file),
    format: formatOf(format, say),
    ...(interval !== undefined && {
      interval: numberOf(interval, /^\d+$/, MAX_INTERVAL_MS, say.badInterval),
    }),
    ...(rate !== undefined && {
      rate: numberOf(rate, /^\d+(?:\.\d+)?$/, MAX_RATE, say.badRate),
    }),
    ...(lines !== undefined && {
      lines: numberOf(lines, /^\d+$/, Number.MAX_SAFE_INTEGER, say.badLines),
    }),
  }
}

function formatOf(value: string, say: Sentences): LogFormat {
  const format = LOG_FORMATS.find((one) => one === value)
  if (format === undefined) throw new UsageError(say.badFormat(value))
  return format
}

function numberOf(
  value: string,
  shape: RegExp,
  max: number,
  sentence: (value: string) => string,
): number {
  const number = shape.test(value) ? Number(value) : Number.NaN
  if (!(number > 0 && number <= max)) throw new UsageError(sentence(value))
  return number
}
