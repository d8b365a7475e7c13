import { appendFile, rename, truncate, writeFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('goes on over a rotation while it is watched', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 6))
  await rename(file, `${file}.1`)
  await appendFile(`${file}.1`, 'line 6\n')
  await writeFile(file, 'line 7\n')
  await appendFile(file, 'line 8\n')
  await expect(rastro.numbered(8)).toBeVisible()
  expect(await rastro.filled()).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ number, text: `line ${number}` })),
  )
  await expect(rastro.status).toContainText('1 rotação')
  await expect(rastro.grid).toContainText('Rotacionado às')
})

test('marks where a log was truncated', async ({ open, rastro }) => {
  const { file } = await open(numbered(1, 4))
  await truncate(file)
  await appendFile(file, 'after\n')
  await expect(rastro.line('after')).toBeVisible()
  await expect(rastro.grid).toContainText('Truncado às')
})
