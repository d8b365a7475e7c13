import type { LogOrigin, LogState } from '../../../shared/protocol.ts'

export interface LogGroup {
  readonly kind: LogOrigin['kind']
  readonly logs: readonly LogState[]
}

const ORDER: readonly LogOrigin['kind'][] = ['file', 'remote', 'generator']

/** Logs by where they come from, in the order in which they were opened; empty groups are left out. */
export function groupLogs(logs: readonly LogState[]): readonly LogGroup[] {
  return ORDER.flatMap((kind) => {
    const ofKind = logs.filter((log) => log.origin.kind === kind)
    return ofKind.length === 0 ? [] : [{ kind, logs: ofKind }]
  })
}
