import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../../src/server/own-log.ts'
import type { NotedStream } from '../../../src/server/source/noted-stream.ts'
import { readStreamList, writeStreamList } from '../../../src/server/source/stream-list.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const STREAMS: readonly NotedStream[] = [
  { address: 'http://host/events', secret: null },
  { address: 'http://host/stream-logs?tail=1000', secret: { parameter: 'token' } },
]

function warnings() {
  const told: string[] = []
  return { told, ownLog: { ...silentLog, warn: (message: string) => void told.push(message) } }
}

describe('the list of remote streams', () => {
  it('comes back as it was written, and only its user may read it', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'new', 'streams.json')
    writeStreamList(path, STREAMS, silentLog)
    expect(readStreamList(path, silentLog)).toEqual(STREAMS)
    expect(await readdir(join(folder, 'new'))).toEqual(['streams.json'])
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('is empty where none was written', async () => {
    const { told, ownLog } = warnings()
    expect(readStreamList(join(await tempFolder(), 'streams.json'), ownLog)).toEqual([])
    expect(told).toEqual([])
  })

  it.each([
    '{',
    '[]',
    '{"version":2,"streams":[]}',
    '{"version":1,"streams":[{"address":"","secret":null}]}',
    '{"version":1,"streams":[{"address":"http://host/"}]}',
    ' '.repeat(1024 * 1024 + 1),
  ])('is put aside when it is damaged: %.40s', async (text) => {
    const { told, ownLog } = warnings()
    const path = join(await tempFolder(), 'streams.json')
    await writeFile(path, text)
    expect(readStreamList(path, ownLog)).toEqual([])
    expect(await readFile(`${path}.broken`, 'utf8')).toBe(text)
    expect(told).toHaveLength(1)
  })

  it('notes the newest ones when there are too many', async () => {
    const path = join(await tempFolder(), 'streams.json')
    const many = Array.from({ length: 70 }, (_, at) => ({
      address: `http://host/${at}`,
      secret: null,
    }))
    writeStreamList(path, many, silentLog)
    expect(readStreamList(path, silentLog)).toEqual(many.slice(6))
  })

  it('says where it cannot be written', async () => {
    const { told, ownLog } = warnings()
    const path = join(await tempFolder(), 'streams.json')
    await mkdir(path)
    writeStreamList(path, STREAMS, ownLog)
    expect(told).toHaveLength(1)
  })
})
