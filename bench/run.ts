import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { build } from '../scripts/build.ts'
import { isBuilt } from '../scripts/is-built.ts'
import { markdownTable } from './markdown-table.ts'
import type { Suite } from './suite.ts'
import { fanOut } from './suites/fan-out.ts'
import { latency } from './suites/latency.ts'
import { stuckReaders } from './suites/stuck-readers.ts'
import { throughput } from './suites/throughput.ts'

const SUITES: Readonly<Record<string, Suite>> = {
  latency,
  throughput,
  'fan-out': fanOut,
  'stuck-readers': stuckReaders,
}

/** The longest takes about 20 s here; one that takes this long hangs. */
const SUITE_TIMEOUT_MS = 120_000

/** `npm run bench [-- SUITE...] [--json FILE]`: prints a table for each suite. */
async function bench(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' } },
  })
  const names = positionals.length === 0 ? Object.keys(SUITES) : positionals
  const unknown = names.filter((name) => SUITES[name] === undefined)
  if (unknown.length > 0) {
    process.stderr.write(`No suite ${unknown.join(', ')}: ${Object.keys(SUITES).join(', ')}.\n`)
    return 2
  }
  if (!isBuilt(join(import.meta.dirname, '..'))) await build()
  const machine = `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model}`
  process.stdout.write(`${machine}\n`)
  const figures: Record<string, number> = {}
  for (const name of names) Object.assign(figures, await measure(name))
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ machine, figures }, null, 2)}\n`)
  }
  return 0
}

async function measure(name: string): Promise<Readonly<Record<string, number>>> {
  const folder = await mkdtemp(join(tmpdir(), `rastro-bench-${name}-`))
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), SUITE_TIMEOUT_MS)
  try {
    const result = await SUITES[name]?.({ folder, signal: limit.signal })
    if (result === undefined) return {}
    const table = markdownTable(result.columns, result.rows)
    process.stdout.write(
      `\n### ${result.title}\n\n${result.method} \`npm run bench -- ${name}\`\n\n${table}\n`,
    )
    return result.figures
  } finally {
    clearTimeout(timer)
    await rm(folder, { recursive: true, force: true })
  }
}

process.exitCode = await bench()
