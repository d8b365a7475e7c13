import { describe, expect, it } from 'vitest'
import { secondInstanceFiles } from '../../src/main/second-instance-files.ts'

describe('secondInstanceFiles', () => {
  it('takes what the second launch handed over', () => {
    expect(secondInstanceFiles({ files: ['/a'] }, ['x', 'b'], '/h', true)).toEqual(['/a'])
  })

  it.each([[undefined], [null], ['/a'], [{ files: [1] }], [{ files: Array(65).fill('/a') }]])(
    'reads the command line instead of %j',
    (data) => {
      expect(secondInstanceFiles(data, ['x', '--y', 'b'], '/h', true)).toEqual(['/h/b'])
    },
  )
})
