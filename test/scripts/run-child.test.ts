import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { runChild } from '../../scripts/run-child.ts'

const node = (code: string): [string, string[]] => [process.execPath, ['-e', code]]

describe('runChild', () => {
  it('answers the exit code', async () => {
    expect(await runChild(...node('process.exit(7)'))).toBe(7)
  })

  it('hands variables on', async () => {
    const code = await runChild(...node('process.exit(Number(process.env.ANSWER))'), {
      env: { ANSWER: '42' },
    })
    expect(code).toBe(42)
  })

  it('ends a child that takes longer than it may', async () => {
    expect(await runChild(...node('setInterval(() => {}, 1000)'), { timeoutMs: 100 })).toBe(1)
  })

  it('says that a program cannot be started', async () => {
    expect(await runChild('/no/such/program', [])).toBe(127)
  })
})
