import type { TFunction } from 'i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { RemoteFailure } from '../../../shared/remote-failure.ts'

/** Why a remote stream is not live, as a sentence. */
export function remoteFailureWords(t: TFunction, failure: RemoteFailure): string {
  switch (failure.kind) {
    case 'network':
      return t('remote.network', { detail: failure.detail })
    case 'status':
      return statusWords(t, failure.status)
    case 'type':
      return failure.contentType === ''
        ? t('remote.typeNone')
        : t('remote.type', { contentType: failure.contentType })
    case 'redirects':
      return t('remote.redirects')
    case 'too-long':
      return t('remote.too-long')
    case 'closed':
      return t('remote.closed')
    case 'disk':
      return t('remote.disk', { detail: failure.detail })
    case 'secret':
      return t('remote.secret')
    default:
      return assertNever(failure, 'failure of a remote stream')
  }
}

function statusWords(t: TFunction, status: number): string {
  if (status === 204) return t('remote.status.204')
  if (status === 401 || status === 403) return t('remote.status.auth', { status })
  if (status === 404 || status === 410) return t('remote.status.missing', { status })
  if (status === 429) return t('remote.status.busy', { status })
  if (status >= 500) return t('remote.status.server', { status })
  return t('remote.status', { status })
}
