import { open as openFile } from 'node:fs/promises'
import { numbered } from './numbered.ts'
import { expect, test } from './rastro-test.ts'

test('keeps up with 200 000 lines written at full speed', async ({ open, rastro }) => {
  const { file } = await open(numbered(0, 1))
  const handle = await openFile(file, 'a')
  for (let from = 1; from < 200_000; from += 1000) {
    await handle.write(numbered(from, Math.min(from + 1000, 200_000), ' of many at full speed'))
  }
  await handle.close()
  await expect(rastro.status).toContainText('200.000 linhas')
  await expect(rastro.numbered(200_000)).toContainText('line 199999')
  await expect(rastro.numbered(200_000)).toBeInViewport()
  for (const { number, text } of await rastro.shown()) expect(text).toContain(`line ${number - 1} `)
})
