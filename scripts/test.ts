import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { ensureChromium } from './find-chromium.ts'
import { onParentGone } from './on-parent-gone.ts'
import { runChild } from './run-child.ts'
import {
  addCounts,
  NO_TESTS,
  playwrightCounts,
  type TestCounts,
  vitestCounts,
} from './test-counts.ts'

const ROOT = join(import.meta.dirname, '..')

/** A step that takes longer hangs: the longest takes about three minutes on two cores. */
const STEP_TIMEOUT_MS = 900_000

interface Step {
  readonly name: string
  /** Path of the tool below the root, and its arguments. */
  readonly run: readonly [tool: string, ...args: string[]]
  readonly env?: Readonly<Record<string, string>>
  readonly counts?: { readonly file: string; readonly read: (report: unknown) => TestCounts }
}

/**
 * Every check, in the order in which they are cheap, and up to the first that fails. The last line
 * sums up what the test runners themselves reported. Answers the exit code.
 */
async function test(reports: string): Promise<number> {
  let counts = NO_TESTS
  let code = 0
  let chromium = 'none needed so far'
  // Biome colours its report in a file, too, when nobody tells it not to.
  const colours = process.stdout.isTTY ? [] : ['--colors=off']
  const unit = join(reports, 'vitest.json')
  const browser = join(reports, 'playwright.json')
  const steps: readonly (Step | 'chromium')[] = [
    { name: 'Type check', run: ['node_modules/typescript/bin/tsc', '-b'] },
    { name: 'Lint', run: ['node_modules/@biomejs/biome/bin/biome', 'ci', ...colours, '.'] },
    { name: 'Build', run: ['scripts/build.ts'] },
    'chromium',
    {
      name: 'Unit and integration tests',
      run: [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unit}`,
      ],
      counts: { file: unit, read: vitestCounts },
    },
    {
      name: 'Browser tests',
      run: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
      counts: { file: browser, read: playwrightCounts },
    },
  ]
  const env: Record<string, string> = {}
  for (const step of steps) {
    if (step === 'chromium') {
      const found = await ensureChromium()
      env.RASTRO_CHROMIUM = found.path
      chromium = `${found.path} (${found.how})`
      continue
    }
    process.stdout.write(`\n== ${step.name}\n`)
    const [tool, ...args] = step.run
    code = await runChild(process.execPath, [join(ROOT, tool), ...args], {
      cwd: ROOT,
      env: { ...env, ...step.env },
      timeoutMs: STEP_TIMEOUT_MS,
    })
    if (step.counts !== undefined) counts = addCounts(counts, await readCounts(step.counts))
    // A runner that says all is well while its own report counts failures is not believed.
    if (code === 0 && counts.failed > 0) code = 1
    if (code !== 0) {
      process.stdout.write(`\n${step.name} failed with exit code ${code}.\n`)
      break
    }
  }
  process.stdout.write(`\nChromium: ${chromium}\n`)
  process.stdout.write(
    `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
  )
  return code
}

async function readCounts(counts: NonNullable<Step['counts']>): Promise<TestCounts> {
  try {
    return counts.read(JSON.parse(await readFile(counts.file, 'utf8')))
  } catch (error) {
    process.stdout.write(`The runner left no report that can be read: ${error}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

// As a signal, so that the step which runs is ended.
onParentGone(() => process.kill(process.pid, 'SIGTERM'))
const reports = await mkdtemp(join(tmpdir(), 'rastro-reports-'))
try {
  process.exitCode = await test(reports)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
} finally {
  await rm(reports, { recursive: true, force: true })
}
