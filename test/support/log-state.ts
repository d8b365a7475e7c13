import { lineNumber } from '../../src/shared/line-number.ts'
import type { Appended, LogState, ServerState } from '../../src/shared/protocol.ts'

/** The state of a followed file with ten lines, changed by `facts`. */
export function logState(facts: Partial<Omit<LogState, 'first' | 'end'>> & Lines = {}): LogState {
  const { first = 0, end = 10, ...rest } = facts
  return {
    id: 'app',
    name: 'app.log',
    origin: { kind: 'file', path: '/var/log/app.log' },
    phase: { kind: 'following' },
    first: lineNumber(first),
    end: lineNumber(end),
    bytes: 1000,
    indexed: 1000,
    errors: 0,
    rotations: 0,
    encoding: 'utf-8',
    watch: 'events',
    partial: null,
    marks: [],
    ...rest,
  }
}

interface Lines {
  readonly first?: number
  readonly end?: number
}

/** A server with these logs and no generator running. */
export function serverState(...logs: readonly LogState[]): ServerState {
  return {
    version: '0.0.0',
    instance: 'first',
    capabilities: { generator: true, remote: true },
    generator: { kind: 'off' },
    logs: [...logs],
  }
}

/** The counters of `log` as a message, without lines. */
export function appendedTo(log: LogState): Appended {
  const { id, end, bytes, indexed, errors, partial } = log
  return { kind: 'appended', log: id, end, bytes, indexed, errors, partial, newest: null }
}
