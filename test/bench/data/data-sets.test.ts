import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { DATA_KINDS } from '../../../bench/data/block.ts'
import { createDataSets } from '../../../bench/data/data-sets.ts'
import { RARE_HITS, RARE_WORD } from '../../../bench/data/rare-word.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const MIB = 2 ** 20
const { signal } = new AbortController()

async function freshSets() {
  const said: string[] = []
  const sets = createDataSets(await tempFolder(), (sentence) => said.push(sentence))
  return { sets, said }
}

describe('createDataSets', () => {
  it.each(DATA_KINDS)('writes %s lines as their layout tells them', async (kind) => {
    const { sets } = await freshSets()
    const { path, layout } = await sets.get(kind, 18 * MIB, signal)
    const bytes = await readFile(path)
    expect(bytes.length).toBe(layout.bytes)
    expect(bytes.length).toBeLessThanOrEqual(18 * MIB)
    expect(bytes.at(-1)).toBe(0x0a)
    const lines = bytes.toString().split('\n').slice(0, -1)
    expect(lines).toHaveLength(layout.lines)
    // Over the border between two repetitions, and at both ends.
    for (const from of [0, layout.blockLines - 3, layout.lines - 4]) {
      expect(layout.texts(from, from + 7)).toEqual(lines.slice(from, from + 7))
    }
  })

  it('writes times that never go back', async () => {
    const { sets } = await freshSets()
    const { layout } = await sets.get('json', 40 * MIB, signal)
    const texts = layout.texts(0, layout.lines)
    const times = texts.map((text) => /"ts":"([^"]+)"/.exec(text)?.[1] ?? '')
    expect(times).toEqual(times.toSorted())
    expect(new Set(times.map((time) => time.slice(0, 13))).size).toBe(layout.repetitions.length)
  })

  it.each([1, 17, 50])('writes the rare word nine times into %i MiB', async (mib) => {
    const { sets } = await freshSets()
    const { path } = await sets.get('plain', mib * MIB, signal)
    const lines = (await readFile(path, 'latin1')).split('\n')
    const places = Math.min(RARE_HITS, Math.round((mib * 34) / 16))
    expect(lines.filter((line) => line.includes(RARE_WORD))).toHaveLength(places)
  })

  it('makes a data set once', async () => {
    const { sets, said } = await freshSets()
    const first = await sets.get('plain', MIB, signal)
    expect(await sets.get('plain', MIB, signal)).toBe(first)
    expect(said).toHaveLength(1)
  })

  it('stops when it is told to', async () => {
    const { sets } = await freshSets()
    const aborted = AbortSignal.abort(new Error('too long'))
    await expect(sets.get('plain', 64 * MIB, aborted)).rejects.toThrow('too long')
  })
})
