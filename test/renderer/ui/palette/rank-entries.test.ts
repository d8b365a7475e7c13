import { describe, expect, it } from 'vitest'
import type { PaletteEntry } from '../../../../src/renderer/ui/palette/palette-entry.ts'
import { rankEntries } from '../../../../src/renderer/ui/palette/rank-entries.ts'

const entry = (id: string, name: string, group = 'Página'): PaletteEntry => ({
  id,
  name,
  group,
  keys: [],
  isAvailable: true,
  run: () => undefined,
})

const ENTRIES = [
  entry('start', 'Ir para o início', 'Navegar'),
  entry('end', 'Ir para o fim', 'Navegar'),
  entry('open', 'Abrir arquivo…'),
  entry('contrast', 'Aparência: alto contraste'),
  entry('log', 'arquivo-2026.log', 'Trocar de log'),
]

const found = (query: string, recent: readonly string[] = []) =>
  rankEntries(ENTRIES, query, recent).map((ranked) => ranked.entry.id)

describe('rankEntries', () => {
  it('leaves everything in its order while nothing is typed', () => {
    expect(found('  ')).toEqual(['start', 'end', 'open', 'contrast', 'log'])
  })

  it('finds names by a few letters, without their accents or case', () => {
    expect(found('inicio')).toEqual(['start'])
    expect(found('APARENCIA')).toEqual(['contrast'])
    expect(found('abar')).toEqual(['open'])
    expect(found('contraste alto')).toEqual(['contrast'])
    expect(found('xyz')).toEqual([])
  })

  it('finds by the section too, after those that are called so', () => {
    expect(found('navegar')).toEqual(['start', 'end'])
  })

  it('puts what was used lately before its equals', () => {
    expect(found('ir para o')[0]).toBe('end')
    expect(found('ir para o', ['start'])[0]).toBe('start')
  })

  it('tells which letters were meant', () => {
    const [first] = rankEntries(ENTRIES, 'inic', [])
    expect(first?.matched.map((at) => first.entry.name[at]).join('')).toBe('iníc')
  })

  it('takes a name apart from the markup and the controls in it', () => {
    const hostile = entry('x', '<b>\u202emal\u0000</b>')
    expect(rankEntries([hostile], 'mal', []).map((ranked) => ranked.entry)).toEqual([hostile])
  })
})
