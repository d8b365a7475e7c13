import { lineNumber } from '../../../src/shared/line-number.ts'
import type { LogState } from '../../../src/shared/protocol.ts'

/** The state of a log that is being followed, with what a test wants to be different. */
export function logState(change: Partial<LogState> = {}): LogState {
  return {
    id: 'app-log',
    name: 'app.log',
    origin: { kind: 'file', path: '/var/log/app.log' },
    phase: { kind: 'following' },
    first: lineNumber(0),
    end: lineNumber(10),
    bytes: 100,
    indexed: 100,
    errors: 0,
    rotations: 0,
    encoding: 'utf-8',
    watch: 'events',
    partial: null,
    marks: [],
    ...change,
  }
}
