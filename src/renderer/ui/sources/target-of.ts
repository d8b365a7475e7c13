import { withoutSecrets } from '../../../shared/address-secret.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import type { LogOrigin } from '../../../shared/protocol.ts'

/** Where a log comes from, whole: its path, or its address without the token. */
export function targetOf(origin: LogOrigin): string {
  switch (origin.kind) {
    case 'file':
    case 'generator':
      return origin.path
    case 'remote':
      return withoutSecrets(origin.url)
    default:
      return assertNever(origin, 'origin')
  }
}
