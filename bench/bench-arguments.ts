import { parseArgs } from 'node:util'
import { parseSize } from './parse-size.ts'

/** What was asked for on the command line, or the sentence that says what is wrong with it. */
export type BenchArguments =
  | {
      readonly kind: 'run'
      readonly suites: readonly string[]
      /** Bytes of the data sets; null for what each suite takes by itself. */
      readonly size: number | null
      /** File for the figures. */
      readonly json: string | null
    }
  | { readonly kind: 'refused'; readonly sentence: string }

/** Reads `SUITE... [--size 1GiB] [--json FILE]`; without a suite all of `known` are meant. */
export function benchArguments(argv: readonly string[], known: readonly string[]): BenchArguments {
  const parsed = parse(argv)
  if (typeof parsed === 'string') return { kind: 'refused', sentence: parsed }
  const { values, positionals } = parsed
  const unknown = positionals.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    return {
      kind: 'refused',
      sentence: `There is no suite ${unknown.join(', ')}: give some of ${known.join(', ')}.`,
    }
  }
  const size = values.size === undefined ? null : parseSize(values.size)
  if (values.size !== undefined && size === null) {
    return {
      kind: 'refused',
      sentence: `${values.size} is no size: write it as 100MiB, 1GiB or 10GiB.`,
    }
  }
  return {
    kind: 'run',
    suites: positionals.length === 0 ? known : [...new Set(positionals)],
    size,
    json: values.json ?? null,
  }
}

/** Answers what stands there, or a sentence when it cannot be taken apart. */
function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { size: { type: 'string' }, json: { type: 'string' } },
    })
  } catch (error) {
    // parseArgs throws sentences, and what follows the first of them is about `--`.
    if (error instanceof TypeError) return `${error.message.split('. ')[0]?.replace(/\.$/, '')}.`
    throw error
  }
}
