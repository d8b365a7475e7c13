import type { Recent } from '../../../shared/bridge.ts'
import { withoutToken } from './without-token.ts'

/** How a recent is called: a file by its base name and its folder, a stream by its address. */
export function recentName({ kind, target }: Recent): { name: string; place: string } {
  if (kind === 'remote') return { name: withoutToken(target), place: '' }
  const cut = Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\'))
  return { name: target.slice(cut + 1), place: target.slice(0, Math.max(cut, 0)) }
}
