import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Format } from '../../i18n/format.ts'
import type { Notice } from '../notices/notices.ts'
import { refusalWords } from '../notices/refusal-words.ts'
import type { FetchedLines } from './fetch-lines.ts'
import type { SaveOutcome } from './save-pieces.ts'

/** How saving a file ended: by itself, or because the server gave none. */
export type SaveEnd = SaveOutcome | Extract<FetchedLines, { kind: 'refused' }>

function refusal(t: TFunction, error: Extract<SaveEnd, { kind: 'refused' }>['error']): string {
  if (error === 'too-many') return t('saving.tooMany')
  return error === 'not-available' ? t('saving.broken') : refusalWords(t, error)
}

/** The sentence for what became of the file with this name. */
export function saveNotice(t: TFunction, format: Format, name: string, end: SaveEnd): Notice {
  const failed = (text: string): Notice => ({ tone: 'danger', title: t('saving.failed'), text })
  switch (end.kind) {
    case 'saved': {
      const { bytes, lines } = end.progress
      const text = t('saving.saved.text', { count: lines, name, bytes: format.bytes(bytes) })
      return { tone: 'info', title: t('saving.saved'), text }
    }
    case 'cancelled':
      return { tone: 'info', title: t('saving.cancelled'), text: t('saving.nothingKept') }
    case 'broken':
      return failed(t('saving.broken'))
    case 'unwritable':
      return failed(t('saving.unwritable'))
    case 'too-large':
      return failed(t('saving.tooLarge'))
    case 'refused':
      return failed(refusal(t, end.error))
    default:
      return assertNever(end, 'end of a save')
  }
}
