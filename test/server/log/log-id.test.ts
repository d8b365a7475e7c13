import { describe, expect, it } from 'vitest'
import { logIdOf } from '../../../src/server/log/log-id.ts'
import { logId } from '../../../src/shared/protocol.ts'

describe('the id of a log', () => {
  it('is the same for the same target and another for another', () => {
    expect(logIdOf('app.log', '/a/app.log')).toBe(logIdOf('app.log', '/a/app.log'))
    expect(logIdOf('app.log', '/a/app.log')).not.toBe(logIdOf('app.log', '/b/app.log'))
  })

  it.each(['app.log', '日誌', '', '-', '../../x', 'A B"c', 'x'.repeat(500)])(
    'is fit for addresses for %j',
    (name) => {
      expect(logId.safeParse(logIdOf(name, name)).success).toBe(true)
    },
  )
})
