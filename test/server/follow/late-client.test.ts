import { appendFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LineClient, openLineClient } from '../../support/line-client.ts'
import { asText, numberedLines } from '../../support/numbered-lines.ts'
import { serveFiles } from '../../support/serve-files.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** Rotated files that a log keeps readable, and the present one. */
const KEPT_FILES = 9

/** A log that is rotated so often that its first files are given up; `width` widens its lines. */
async function rotatedOften(rounds: number, width = 0) {
  const path = join(await tempFolder(), 'app.log')
  writeFileSync(path, '')
  const server = await serveFiles(path)
  const linesOf = (round: number): string[] =>
    numberedLines(`round ${round}${' '.repeat(width)}`, width === 0 ? 3 : 1000)
  const linesFrom = (round: number): string[] =>
    Array.from({ length: rounds - round }, (_, at) => linesOf(round + at)).flat()
  const live = await openLineClient(server.url)
  async function rotate(): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      if (round > 0) {
        renameSync(path, `${path}.1`)
        writeFileSync(path, '')
      }
      appendFileSync(path, asText(linesOf(round)))
      await live.hasExactly(Array.from({ length: round + 1 }, (_, at) => linesOf(at)).flat())
    }
    live.close()
  }
  return { path, url: server.url, linesOf, linesFrom, rotate }
}

function gapsOf({ events }: LineClient): string[] {
  return events.filter(({ name }) => name === 'gap').map(({ data }) => JSON.parse(data).reason)
}

describe('a log of which files were given up', () => {
  it('is sent from the first line that is left to who wants all', async () => {
    const { path, url, linesFrom, rotate } = await rotatedOften(20)
    await rotate()
    const late = await openLineClient(url, { query: '?tail=all' })
    await late.hasExactly(linesFrom(20 - KEPT_FILES))
    appendFileSync(path, 'and on\n')
    await late.hasExactly([...linesFrom(20 - KEPT_FILES), 'and on'])
    expect(gapsOf(late)).toEqual([])
  })

  it('is sent from there, with one gap, to who rested while they were given up', async () => {
    const { url, linesOf, linesFrom, rotate } = await rotatedOften(20, 2000)
    const slow = await openLineClient(url)
    slow.pause()
    await rotate()
    slow.resume()
    await expect.poll(() => slow.texts.at(-1), { timeout: 20_000 }).toBe(linesOf(19).at(-1))
    expect(gapsOf(slow)).toEqual(['dropped'])
    const got = new Set(slow.texts)
    expect(slow.texts).toEqual(linesFrom(0).filter((text) => got.has(text)))
    expect(slow.texts).toEqual(expect.arrayContaining(linesFrom(20 - KEPT_FILES)))
  })
})
