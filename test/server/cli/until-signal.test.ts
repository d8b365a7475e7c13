import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { endRuns, runProgram } from './run-cli.ts'

const MODULE = new URL('../../../src/server/cli/until-signal.ts', import.meta.url).href

/** Says when it was signalled, and then takes until SIGUSR2 to close. */
const PROGRAM = (graceMs: number) => `
  const { untilSignal } = await import('${MODULE}')
  process.on('SIGUSR2', () => process.exit(7))
  setInterval(() => undefined, 60_000)
  const signalled = untilSignal(${graceMs})
  console.log('ready')
  await signalled
  console.log('closing')
`

function start(graceMs: number) {
  const args = ['--input-type=module', '--eval', PROGRAM(graceMs)]
  return runProgram(process.execPath, args, { cwd: fileURLToPath(new URL('.', MODULE)) })
}

describe.skipIf(process.platform === 'win32')('untilSignal', () => {
  afterEach(endRuns)

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'lets the program close in peace when %s comes twice',
    async (signal) => {
      const run = await start(60_000)
      await expect.poll(run.stdout).toContain('ready')
      run.child.kill(signal)
      await expect.poll(run.stdout).toContain('closing')
      run.child.kill(signal)
      run.child.kill('SIGUSR2')
      expect(await run.ended).toBe(7)
    },
  )

  it('ends a program that does not close in time', async () => {
    const run = await start(1)
    await expect.poll(run.stdout).toContain('ready')
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })
})
