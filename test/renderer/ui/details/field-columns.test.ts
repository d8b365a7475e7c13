import { describe, expect, it } from 'vitest'
import { createColumns } from '../../../../src/renderer/ui/details/columns.ts'
import { createFieldColumns } from '../../../../src/renderer/ui/details/field-columns.ts'
import { createStore } from '../../../../src/renderer/ui/page/store.ts'
import { type LogId, logId } from '../../../../src/shared/protocol.ts'
import { memoryKept } from '../../../support/memory-kept.ts'

const ONE = logId.parse('one')
const TWO = logId.parse('two')

function stage(kept = memoryKept()) {
  const selected = createStore<LogId | null>(null)
  const columns = createColumns()
  const fields = createFieldColumns({ selected, kept, columns })
  const cells = (text: string) =>
    columns.get().map((column) => `${column.label}:${column.textOf({ line: 0, text }, null)}`)
  return { selected, fields, cells, columns }
}

describe('columns of fields', () => {
  it('show the value of their field, and nothing where a line has none', () => {
    const { selected, fields, cells } = stage()
    selected.set(ONE)
    fields.add(['user', 'id'], [])
    fields.add(['level'], [])
    expect(cells('{"level":"warn","user":{"id":7}}')).toEqual(['user.id:7', 'level:warn'])
    expect(cells('level=info x=1')).toEqual(['user.id:', 'level:info'])
    expect(cells('2026-11-23 13:16:15 ERROR it broke')).toEqual(['user.id:', 'level:ERROR'])
  })

  it('belong to their log, and come back with it', () => {
    const kept = memoryKept()
    const { selected, fields, columns } = stage(kept)
    selected.set(ONE)
    fields.add(['a'], [])
    selected.set(TWO)
    expect(columns.get()).toEqual([])
    fields.add(['b'], [])
    selected.set(ONE)
    expect(columns.get().map(({ label }) => label)).toEqual(['a'])
    const again = stage(kept)
    again.selected.set(TWO)
    expect(again.columns.get().map(({ label }) => label)).toEqual(['b'])
  })

  it('leave the columns of others alone', () => {
    const { selected, fields, columns } = stage()
    selected.set(ONE)
    columns.put({ id: 'elapsed', label: 'Δ', columns: 8, textOf: () => '' })
    fields.add(['a'], [])
    fields.add(['b'], [])
    fields.remove(['a'])
    expect(columns.get().map(({ label }) => label)).toEqual(['Δ', 'b'])
    fields.clear()
    expect(columns.get().map(({ label }) => label)).toEqual(['Δ'])
  })

  it('are as wide as the longest value on the screen, within bounds', () => {
    const { selected, fields } = stage()
    selected.set(ONE)
    fields.add(['a'], ['a=1'])
    fields.add(['b'], [`b=${'x'.repeat(500)}`])
    fields.add(['service'], ['service=auth', 'no field', 'service=payments'])
    expect(fields.get().map(({ width }) => width)).toEqual([6, 32, 10])
  })
})
