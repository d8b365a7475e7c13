import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { keyNames } from '../../../../src/renderer/ui/commands/key-names.ts'

const { t } = createI18n('pt-BR')

describe('keyNames', () => {
  it('names keys as the keyboard in front of the user does', () => {
    expect(keyNames(t, { key: 'o', mod: true }, false)).toEqual(['Ctrl', 'O'])
    expect(keyNames(t, { key: 'o', mod: true }, true)).toEqual(['⌘', 'O'])
    expect(keyNames(t, { key: 'g', shift: true }, false)).toEqual(['Shift', 'G'])
    expect(keyNames(t, { key: 'enter', mod: true }, true)).toEqual(['⌘', '↩'])
    expect(keyNames(t, { key: ' ' }, false)).toEqual(['Espaço'])
  })
})
