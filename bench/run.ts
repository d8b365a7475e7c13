import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build } from '../scripts/build.ts'
import { isBuilt } from '../scripts/is-built.ts'
import { benchArguments } from './bench-arguments.ts'
import { createDataSets } from './data/data-sets.ts'
import { markdownTable } from './markdown-table.ts'
import type { Suite, SuiteSetting } from './suite.ts'
import { fanOut } from './suites/fan-out.ts'
import { histogram } from './suites/histogram.ts'
import { indexLines } from './suites/index-lines.ts'
import { latency } from './suites/latency.ts'
import { memory } from './suites/memory.ts'
import { open } from './suites/open.ts'
import { page } from './suites/page.ts'
import { pageMemory } from './suites/page-memory.ts'
import { search } from './suites/search.ts'
import { stuckReaders } from './suites/stuck-readers.ts'
import { tail } from './suites/tail.ts'
import { throughput } from './suites/throughput.ts'
import { windows } from './suites/window.ts'

const SUITES: Readonly<Record<string, Suite>> = {
  latency,
  throughput,
  'fan-out': fanOut,
  'stuck-readers': stuckReaders,
  index: indexLines,
  open,
  window: windows,
  search,
  histogram,
  tail,
  memory,
  page,
  'page-memory': pageMemory,
}

/** The page is followed for ten minutes, and opened a few times; a suite that takes this long hangs. */
const SUITE_TIMEOUT_MS = 15 * 60_000

/**
 * What each GiB of data adds. `index` takes longest, 180 s: it writes four data sets and reads each
 * some thirty times, and a viewer takes 30 s for very short lines.
 */
const TIMEOUT_MS_PER_GIB = 360_000

/** The size for which time is given when none was asked for: the largest that a suite takes by itself. */
const LARGEST_BYTES = 10 * 2 ** 30

/** As shells tell of a program that Ctrl+C ended: 128 and the number of SIGINT. */
const EXIT_ENDED = 130

/** `npm run bench [-- SUITE... --size 1GiB --json FILE]`: prints a table for each suite. */
async function bench(): Promise<number> {
  const asked = benchArguments(process.argv.slice(2), Object.keys(SUITES))
  if (asked.kind === 'refused') {
    process.stderr.write(`${asked.sentence}\n`)
    return 2
  }
  const stop = new AbortController()
  // What was started ends, and what was written is removed, before the process does.
  const stopBy = (): void => stop.abort()
  process.once('SIGINT', stopBy)
  process.once('SIGTERM', stopBy)
  if (!isBuilt(join(import.meta.dirname, '..'))) await build()
  const machine = `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model}`
  process.stdout.write(`${machine}\n\n`)
  const figures: Record<string, number> = {}
  const folder = await mkdtemp(join(tmpdir(), 'rastro-bench-'))
  try {
    const data = createDataSets(folder, (sentence) => process.stderr.write(`${sentence}\n`))
    const timeout =
      SUITE_TIMEOUT_MS + Math.ceil((asked.size ?? LARGEST_BYTES) / 2 ** 30) * TIMEOUT_MS_PER_GIB
    for (const name of asked.suites) {
      const suiteFolder = join(folder, name)
      await mkdir(suiteFolder)
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeout)])
      const setting = { folder: suiteFolder, signal, data, size: asked.size }
      Object.assign(figures, await measure(name, setting))
      await rm(suiteFolder, { recursive: true, force: true })
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.stderr.write('The benchmarks were ended.\n')
    return EXIT_ENDED
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  if (asked.json !== null) {
    await writeFile(asked.json, `${JSON.stringify({ machine, figures }, null, 2)}\n`)
  }
  return 0
}

async function measure(
  name: string,
  setting: SuiteSetting,
): Promise<Readonly<Record<string, number>>> {
  const result = await SUITES[name]?.(setting)
  if (result === undefined) return {}
  const table = markdownTable(result.columns, result.rows)
  process.stdout.write(
    `### ${result.title}\n\n${result.method} \`npm run bench -- ${name}\`\n\n${table}\n\n`,
  )
  return result.figures
}

process.exitCode = await bench()
