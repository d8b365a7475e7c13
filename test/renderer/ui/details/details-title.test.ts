import { describe, expect, it } from 'vitest'
import { createI18n } from '../../../../src/renderer/i18n/create-i18n.ts'
import { createFormat } from '../../../../src/renderer/i18n/format.ts'
import { detailsTitle } from '../../../../src/renderer/ui/details/details-title.ts'
import { lineNumber } from '../../../../src/shared/line-number.ts'
import { logId } from '../../../../src/shared/protocol.ts'

const of = { log: logId.parse('app'), line: lineNumber(1234) }
const title = (from: number, lines: readonly string[]) =>
  detailsTitle(createI18n('pt-BR').t, createFormat('pt-BR'), { of, from, lines, isCut: false })

describe('the title of the details', () => {
  it('is the line, counted from 1', () => {
    expect(title(1234, ['one'])).toBe('Linha 1.235')
  })

  it('is the lines of an entry, from its first to its last', () => {
    expect(title(1233, ['one', 'two', 'three'])).toBe('Linhas 1.234 a 1.236')
  })
})
