import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bundleProgram } from '../../bench/bundle-program.ts'
import { createDataSets } from '../../bench/data/data-sets.ts'
import { startLogHost } from '../../bench/log-host-process.ts'
import { runTool } from '../../bench/tools/run-tool.ts'
import { tempFolder } from '../support/temp-folder.ts'

const { signal } = new AbortController()

async function smallLog() {
  const sets = createDataSets(await tempFolder(), () => undefined)
  return sets.get('plain', 3 * 2 ** 20, signal)
}

describe('the programs that are measured', () => {
  it('index a file and print its lines', async () => {
    const { path, layout } = await smallLog()
    const program = await bundleProgram('index-file', await tempFolder())
    const { output } = await runTool({ path: process.execPath, args: [program, path] }, signal)
    expect(Number(output)).toBe(layout.lines)
  })

  it('open a log again and again, index it, and read its lines', async () => {
    const { path, layout } = await smallLog()
    const host = await startLogHost(await bundleProgram('log-host', await tempFolder()), signal)
    onTestFinished(() => host.close())
    for (let round = 0; round < 2; round++) {
      const indexed = await host.ask({ kind: 'index', path, bytes: layout.bytes })
      expect(indexed.lines).toBe(layout.lines)
      const window = await host.ask({ kind: 'window', from: 5000, to: 5003 })
      expect(window.texts).toEqual(layout.texts(5000, 5003))
      await host.ask({ kind: 'close' })
    }
    const screen = await host.ask({ kind: 'first-screen', path, lines: 2 })
    const lines = (await readFile(path, 'utf8')).split('\n')
    expect(screen.texts).toEqual([...lines.slice(0, 2), ...lines.slice(-3, -1)])
  })
})
