import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { benchLine } from '../../bench/bench-line.ts'
import { startBenchClient } from '../../bench/client-process.ts'
import { LogWriter } from '../../bench/log-writer.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** The processes whose arguments name a path. */
function processesWith(path: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    const commandLine = `/proc/${pid}/cmdline`
    return /^\d+$/.test(pid) && existsSync(commandLine) && readText(commandLine).includes(path)
  })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended between the two looks.
    return ''
  }
}

describe.skipIf(process.platform !== 'linux')('startBenchClient', () => {
  it('leaves no tail behind when it is closed', async () => {
    const path = join(await tempFolder(), 'bench.log')
    await writeFile(path, benchLine(0, 0n))
    const client = startBenchClient({
      from: 'tail',
      target: path,
      connections: 1,
      lines: 2,
      signal: new AbortController().signal,
    })
    onTestFinished(() => client.close())
    await client.ready
    expect(processesWith(path)).not.toEqual([])
    await client.close()
    await expect.poll(() => processesWith(path)).toEqual([])
  })
})

describe.skipIf(process.platform !== 'linux')('the ways of reading a file', () => {
  it.each(['tail', 'follower', 'count-tail', 'count-follower'] as const)(
    'take every line by %s, and no other',
    async (from) => {
      const lines = 2000
      const writer = new LogWriter(join(await tempFolder(), 'bench.log'))
      const { signal } = new AbortController()
      const client = startBenchClient({ from, target: writer.path, connections: 1, lines, signal })
      onTestFinished(async () => {
        await client.close()
        writer.close()
      })
      await writer.warmUntil(client.ready)
      if (from.startsWith('count')) writer.repeat(lines)
      else writer.fullSpeed(lines)
      const { latencies } = await client.complete
      expect(latencies).toHaveLength(from.startsWith('count') ? 0 : lines)
    },
  )
})
