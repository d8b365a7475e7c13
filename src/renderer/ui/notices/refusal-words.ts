import type { TFunction } from 'i18next'
import type { ApiErrorCode } from '../../../shared/protocol.ts'

/** Why the API refused, or did not answer at all, as a sentence with what to do. */
export function refusalWords(t: TFunction, error: ApiErrorCode | 'network'): string {
  return t(`error.${error}`)
}
