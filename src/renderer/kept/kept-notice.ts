import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { Notice } from '../ui/notices/notices.ts'
import type { KeptFault } from './kept.ts'

/** The sentence for what could not be kept. Which key it was is no word of the user's. */
export function keptNotice(t: TFunction, fault: KeptFault): Notice {
  switch (fault.kind) {
    case 'broken':
      return { tone: 'info', title: t('kept.broken'), text: t('kept.broken.text') }
    case 'unkept':
      return { tone: 'info', title: t('kept.unkept'), text: t('kept.unkept.text') }
    default:
      return assertNever(fault, 'fault')
  }
}
