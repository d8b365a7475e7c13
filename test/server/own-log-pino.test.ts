import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const MODULE = new URL('../../src/server/own-log-pino.ts', import.meta.url).href

/** Runs a script with the log in its scope and answers what came on stdout and stderr. */
async function run(script: string) {
  const module = `import { createPinoLog } from ${JSON.stringify(MODULE)}; const log = createPinoLog(); ${script}`
  return promisify(execFile)(process.execPath, ['--input-type=module', '-e', module])
}

describe('createPinoLog', () => {
  it('writes JSON lines with level, time, facts and message to stderr', async () => {
    const { stdout, stderr } = await run(`
      log.info('Listening.', { port: 8000 }); log.warn('Careful.'); log.error('Broken.', { msg: 'x' })
    `)
    expect(stdout).toBe('')
    const lines = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toMatchObject({ level: 30, port: 8000, msg: 'Listening.' })
    expect(lines[0].time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(lines.map(({ level }) => level)).toEqual([30, 40, 50])
  })

  it('has written everything after a flush, also when the process ends at once', async () => {
    const { stderr } = await run(`
      for (let n = 0; n < 100; n++) log.info('line ' + n); log.flush(); process.exit(0)
    `)
    expect(stderr.trimEnd().split('\n')).toHaveLength(100)
  })
})
