import { describe, expect, it } from 'vitest'
import type { Column } from '../../../../src/renderer/list/painter.ts'
import { createColumns } from '../../../../src/renderer/ui/details/columns.ts'

const column = (id: string, label = id): Column => ({ id, label, columns: 8, textOf: () => '' })
const labels = (columns: readonly Column[]) => columns.map(({ label }) => label)

describe('the columns of the list', () => {
  it('stand in the order in which they came', () => {
    const columns = createColumns()
    columns.put(column('b'))
    columns.put(column('a'))
    expect(labels(columns.get())).toEqual(['b', 'a'])
  })

  it('keep their place when they change', () => {
    const columns = createColumns()
    columns.put(column('a'))
    columns.put(column('b'))
    columns.put(column('a', 'other'))
    expect(labels(columns.get())).toEqual(['other', 'b'])
  })

  it('go away, and tell of it once', () => {
    const columns = createColumns()
    columns.put(column('a'))
    let told = 0
    columns.subscribe(() => {
      told += 1
    })
    columns.remove('a')
    columns.remove('a')
    expect(columns.get()).toEqual([])
    expect(told).toBe(1)
  })
})
