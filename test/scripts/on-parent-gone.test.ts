import { describe, expect, it, onTestFinished } from 'vitest'
import { endRuns, runProgram } from '../server/cli/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const MODULE = new URL('../../scripts/on-parent-gone.ts', import.meta.url).href

/** Lives on by itself until it is told that whoever started it is gone. */
const CHILD = `
  const { onParentGone } = await import('${MODULE}')
  const alive = setInterval(() => undefined, 60_000)
  onParentGone(() => {
    console.log('gone')
    clearInterval(alive)
  })
  console.log('watching')
`

const PARENT = `
  const { spawn } = require('node:child_process')
  const args = ['--input-type=module', '--eval', ${JSON.stringify(CHILD)}]
  spawn(process.execPath, args, { stdio: 'inherit' })
`

describe.skipIf(process.platform === 'win32')('onParentGone', () => {
  it('tells a program that npm started that npm was killed', async () => {
    onTestFinished(endRuns)
    const env = { npm_lifecycle_event: 'start' }
    const run = runProgram(process.execPath, ['--eval', PARENT], { cwd: await tempFolder(), env })
    await expect.poll(run.stdout).toBe('watching\n')
    run.child.kill('SIGKILL')
    // Its output ends only when the child has ended, too.
    await run.ended
    expect(run.stdout()).toBe('watching\ngone\n')
  })
})
