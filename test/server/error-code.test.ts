import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { errorCode } from '../../src/server/error-code.ts'

describe('errorCode', () => {
  it('is what the system calls its failure', () => {
    let failure: unknown = null
    try {
      readFileSync('/no/such/file')
    } catch (error) {
      failure = error
    }
    expect(errorCode(failure)).toBe('ENOENT')
  })

  it.each([[new Error('no code')], [Object.assign(new Error(), { code: 7 })], ['ENOENT'], [null]])(
    'is null where there is none: %s',
    (error) => {
      expect(errorCode(error)).toBeNull()
    },
  )
})
