import { FilterBar } from './filter-bar.ts'
import { levelledService } from './levelled-service.ts'
import { expect, test } from './rastro-test.ts'

test('keeps the line near the end where it is, through a filter and back', async ({
  open,
  rastro,
}) => {
  const { page } = rastro
  await open(levelledService(0, 3000))
  await rastro.grid.press('End')
  for (let up = 0; up < 10; up += 1) await rastro.grid.press('ArrowUp')
  const line = rastro.line('n2990')
  await expect(line).toHaveAttribute('aria-selected', 'true')
  const top = async () => (await line.boundingBox())?.y
  const before = await top()
  const bar = new FilterBar(page)
  await bar.add('Excluir', 'n2989')
  await expect(rastro.line('n2989')).toHaveCount(0)
  await expect(line).toBeInViewport()
  await bar.button('Remover todos os filtros').click()
  await expect(rastro.line('n2989')).toBeInViewport()
  await expect.poll(top).toBe(before)
})
