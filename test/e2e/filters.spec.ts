import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FilterBar } from './filter-bar.ts'
import { expect, test } from './rastro-test.ts'

/** `lines` lines of a service: every tenth a warning, every hundredth an error, and who asked for what. */
function service(from: number, to: number): string {
  let text = ''
  for (let line = from; line < to; line += 1) {
    const level = line % 100 === 0 ? 'ERROR' : line % 10 === 0 ? 'WARN' : 'INFO'
    const what = line % 3 === 0 ? 'cache miss for key' : 'request done by user'
    text += `2026-11-23T10:00:${String(line % 60).padStart(2, '0')}Z ${level} ${what} n${line}\n`
  }
  return text
}

test('includes, excludes and counts what is hidden', async ({ folder, serve, rastro }) => {
  const file = join(folder, 'app.log')
  await writeFile(file, service(0, 3000))
  await rastro.read((await serve([file])).url)
  const bar = new FilterBar(rastro.page)
  await expect(rastro.line('n2999')).toBeVisible()

  await bar.add('Incluir', 'cache miss')
  await expect(bar.words).toHaveText('1.000 de 3.000 linhas à mostra, 2.000 ocultas')
  await expect(rastro.line('n2999')).toHaveCount(0)
  await expect(rastro.line('n2997')).toBeVisible()

  await bar.add('Excluir', 'WARN')
  await expect(bar.words).toHaveText('910 de 3.000 linhas à mostra, 2.090 ocultas')

  // What comes is filtered too.
  await appendFile(file, service(3000, 3003))
  await expect(bar.words).toHaveText('911 de 3.003 linhas à mostra, 2.092 ocultas')
  await expect(rastro.line('n3000')).toBeVisible()
})
