import { createHash } from 'node:crypto'
import type { LogId } from '../../shared/protocol.ts'

/** The same name and target give the same id, so that addresses and pages survive a restart. */
export function logIdOf(name: string, target: string): LogId {
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  const hash = createHash('sha256').update(target).digest('hex').slice(0, 10)
  return readable === '' ? hash : `${readable}-${hash}`
}
