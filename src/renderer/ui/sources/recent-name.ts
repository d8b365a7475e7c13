import { withoutSecrets } from '../../../shared/address-secret.ts'
import type { Recent } from '../../../shared/bridge.ts'

/** How a recent is called: `whole` without secrets, and its two lines, of which the first names it. */
export interface RecentName {
  readonly whole: string
  /** A file's base name, or an address' host. */
  readonly name: string
  /** The file's folder, or the rest of the address; may be empty. */
  readonly place: string
}

export function recentName({ kind, target }: Recent): RecentName {
  if (kind === 'remote') {
    const whole = withoutSecrets(target)
    const [, name = whole, place = ''] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(whole) ?? []
    return { whole, name, place }
  }
  const cut = Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\'))
  return { whole: target, name: target.slice(cut + 1), place: target.slice(0, Math.max(cut, 0)) }
}
