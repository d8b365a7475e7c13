import type { FromThread, ToThread } from './thread-message.ts'

/** A thread, or what stands for one, as its lane sees it. */
export interface EngineThread {
  post(message: ToThread): void
  /** How many slices it has begun, and the id of the task that it is in (0: none); also after its end. */
  life(): { readonly beats: number; readonly task: number }
  /** Whether the process waits for it. */
  keepAlive(on: boolean): void
  /** Ends it wherever it is; resolves when it has ended. A read that hangs in the system is waited for. */
  end(): Promise<void>
}

export interface ThreadListeners {
  onMessage(message: FromThread): void
  /** It has ended, asked to or not; `error` says how. */
  onEnd(error: Error): void
}

/** Starts a thread. Throws when the system has none to give. */
export type StartThread = (name: string, listeners: ThreadListeners) => EngineThread
