import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startArguments } from '../../scripts/start-arguments.ts'

const FOLDER = resolve('/var/log')

describe('startArguments', () => {
  it('takes relative paths from the folder of the user', () => {
    expect(startArguments(['app.log', '../x.log'], FOLDER)).toEqual({
      kind: 'files',
      files: [resolve('/var/log/app.log'), resolve('/var/x.log')],
    })
  })

  it('takes everything after two hyphens as a file', () => {
    expect(startArguments(['--', '--odd.log'], FOLDER)).toEqual({
      kind: 'files',
      files: [resolve('/var/log/--odd.log')],
    })
  })

  it('takes folders and patterns too', () => {
    expect(startArguments([tmpdir(), 'logs/*.log'], FOLDER)).toEqual({
      kind: 'files',
      files: [resolve(tmpdir()), resolve('/var/log/logs/*.log')],
    })
  })

  it('refuses an unknown option in a sentence that names it', () => {
    const asked = startArguments(['--colour'], FOLDER)
    expect(asked).toMatchObject({ kind: 'wrong', sentence: expect.stringContaining('--colour') })
  })

  it('offers help', () => {
    expect(startArguments(['-h'], FOLDER)).toEqual({ kind: 'help' })
  })
})
