import { assertNever } from '../../../shared/assert-never.ts'
import type { LogOrigin } from '../../../shared/protocol.ts'
import { withoutToken } from './without-token.ts'

/** Where a log comes from, whole: its path, or its address without the token. */
export function targetOf(origin: LogOrigin): string {
  switch (origin.kind) {
    case 'file':
    case 'generator':
      return origin.path
    case 'remote':
      return withoutToken(origin.url)
    default:
      return assertNever(origin, 'origin')
  }
}
