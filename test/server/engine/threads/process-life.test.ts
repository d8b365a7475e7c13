import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { engineFile } from '../../../support/engine-file.ts'

describe('a process with an engine', () => {
  it('waits for what it asked for, and not for threads that have nothing to do', async () => {
    const { path } = await engineFile(Buffer.alloc(80_000_000, `${'x'.repeat(99)}\n`))
    const script = join(import.meta.dirname, 'count-and-leave.ts')
    const run = promisify(execFile)(process.execPath, [script, path], { timeout: 20_000 })
    expect(await run).toMatchObject({ stdout: '800000 lines\n', stderr: '' })
  })
})
