import { describe, expect, it } from 'vitest'
import { BLOCK_BYTES } from '../../../../src/server/engine/block-index.ts'
import type { EngineFile } from '../../../../src/server/engine/engine-task.ts'
import { restOfTask } from '../../../../src/server/engine/threads/rest-of-task.ts'
import { anyTask } from '../../../../src/server/engine/threads/thread-message.ts'
import { linesTask, searchTask } from './tasks-on.ts'

const file: EngineFile = { fd: 3, encoding: 'utf-8', head: new Uint8Array() }

describe('restOfTask', () => {
  it('counts on from the block that was told last', () => {
    const work = anyTask('count', { file, from: 0, to: 1e9 })
    const to = 5 * BLOCK_BYTES
    expect(restOfTask(work, to)).toEqual(anyTask('count', { file, from: to, to: 1e9 }))
  })

  it('knows that counts that end within a block were the last', () => {
    const work = anyTask('count', { file, from: 0, to: 1e9 })
    expect(restOfTask(work, BLOCK_BYTES + 1)).toBeNull()
    expect(restOfTask(work, 1e9)).toBeNull()
  })

  it('searches on after the last line that was told, which need not be at a line start', () => {
    const work = anyTask('search', { ...searchTask(file, 'x', 900), lineStart: true })
    const rest = { ...searchTask(file, 'x', 900, 500), lineStart: false }
    expect(restOfTask(work, 500)).toEqual(anyTask('search', rest))
    expect(restOfTask(work, 900)).toBeNull()
    const survey = anyTask('survey', { file, from: 7, to: 900, end: 900, format: null })
    expect(restOfTask(survey, 500)).toMatchObject({ task: { from: 500, lineStart: false } })
    expect(restOfTask(survey, 901)).toBeNull()
  })

  it('begins a task anew that tells nothing on the way', () => {
    const work = anyTask('lines', linesTask(file, 900, 5))
    expect(restOfTask(work, 500)).toBe(work)
  })
})
