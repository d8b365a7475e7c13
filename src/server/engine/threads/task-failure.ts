import { BytesGone } from '../byte-source.ts'

/** An error on its way out of a thread: a structured clone would take its class and its name away. */
export interface TaskFailure {
  readonly kind: 'bytes-gone' | 'other'
  readonly name: string
  readonly message: string
  readonly stack: string | null
}

/** What a task threw, as data. */
export function describeFailure(error: unknown): TaskFailure {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const kind = error instanceof BytesGone ? 'bytes-gone' : 'other'
  return { kind, name, message, stack: stack ?? null }
}

/** The error again; its stack is that of the thread. */
export function failureError({ kind, name, message, stack }: TaskFailure): Error {
  if (kind === 'bytes-gone') return new BytesGone(message)
  const error = new Error(message)
  error.name = name
  if (stack !== null) error.stack = stack
  return error
}
