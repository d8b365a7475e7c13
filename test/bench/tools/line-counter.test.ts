import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTool } from '../../../bench/tools/find-tool.ts'
import { lineCounter } from '../../../bench/tools/line-counter.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const { signal } = new AbortController()

async function sevenLines(): Promise<string> {
  const path = join(await tempFolder(), 'seven.log')
  await writeFile(path, '2026-01-01 00:00:00,000 INFO  [main] com.example.A - hello\n'.repeat(7))
  return path
}

describe('lineCounter', () => {
  // Viewers are not waited for in tests: they start for seconds.
  it.each(['wc', 'grep', 'rg', 'lnav'] as const)(
    'reads what %s counts, if it is there',
    async (tool) => {
      const { count } = lineCounter(tool, await tempFolder())
      if (count === null) {
        expect(findTool(tool)).toBeNull()
        return
      }
      expect((await count(await sevenLines(), signal)).lines).toBe(7)
    },
  )

  it('rejects when the file cannot be read', async () => {
    const { count } = lineCounter('wc', await tempFolder())
    await expect(count?.('/no/such/file', signal)).rejects.toThrow('No such file')
  })

  it('rejects when it is ended', async () => {
    const { count } = lineCounter('wc', await tempFolder())
    const ended = AbortSignal.abort(new Error('too long'))
    await expect(count?.(await sevenLines(), ended)).rejects.toThrow('too long')
  })
})
