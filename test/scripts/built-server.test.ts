import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { build } from '../../scripts/build.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { threadNames } from '../support/thread-names.ts'

const CLI = join(import.meta.dirname, '../../dist/server/cli.js')

describe('the built server', () => {
  beforeAll(async () => {
    if (!existsSync(CLI)) await build()
  }, 120_000)

  // Only Linux tells the names of threads.
  it.runIf(process.platform === 'linux')(
    'starts the thread of its engine and reads, out of the one file that it is',
    async () => {
      const folder = await tempFolder()
      const cli = join(folder, 'cli.mjs')
      await copyFile(CLI, cli)
      const log = join(folder, 'a.log')
      const lines = Array.from({ length: 300_000 }, (_, line) => `line number ${line}\n`)
      await writeFile(log, lines.join(''))
      const child = spawn(
        process.execPath,
        [cli, 'serve', log, '--port=0', '--no-token', '--no-cache', '--json'],
        {
          cwd: folder,
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      )
      onTestFinished(() => {
        child.kill('SIGKILL')
      })
      let said = ''
      child.stderr.on('data', (text) => {
        said += text
      })
      const [line] = await once(createInterface({ input: child.stdout }), 'line')
      const { url, pid } = JSON.parse(line)
      expect(await threadNames(pid)).toContain('reader')
      const logs = async () => (await fetch(new URL('/api/logs', url))).json()
      await expect.poll(async () => (await logs()).logs[0].end).toBe(300_000)
      const { id } = (await logs()).logs[0]
      const answer = await fetch(new URL(`/api/logs/${id}/lines?from=200000&to=200002`, url))
      expect(JSON.stringify(await answer.json())).toContain('line number 200001')
      child.kill('SIGTERM')
      expect(await once(child, 'exit')).toEqual([0, null])
      // It would say here that threads cannot be had, or that one ended.
      expect(said).not.toContain('thread')
    },
  )
})
