import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createElectronOwnLog } from '../../src/main/electron-own-log.ts'
import { tempFolder } from '../support/temp-folder.ts'

it('writes the own log with levels, facts and the stacks of errors', async () => {
  const folder = await tempFolder()
  const log = createElectronOwnLog(folder, false)
  log.info('It started.')
  log.warn('It is slow.', { port: 8000 })
  log.error('It broke.', { error: new Error('for a reason') })
  const text = await readFile(join(folder, 'main.log'), 'utf8')
  expect(text).toMatch(/\[info\] +It started\./)
  expect(text).toMatch(/\[warn\] +It is slow\. .*port: 8000/)
  expect(text).toMatch(/\[error\] +It broke\./)
  expect(text).toContain('for a reason')
  expect(text).toContain('electron-own-log.test.ts')
})
