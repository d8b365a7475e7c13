import { type ChildProcess, fork } from 'node:child_process'
import {
  type HostAnswer,
  type HostRequest,
  hostAnswer,
  hostMessage,
} from './programs/log-host-message.ts'

/** A process that has the inside of the server, warm. */
export interface LogHost {
  /** One request after the other; rejects when the host fails, or is ended by the signal. */
  ask(request: HostRequest): Promise<HostAnswer>
  close(): Promise<void>
}

/** Starts the bundled log host. `cacheFolder` is where it keeps indexes; none are kept without. */
export async function startLogHost(
  program: string,
  signal: AbortSignal,
  cacheFolder?: string,
): Promise<LogHost> {
  const args = cacheFolder === undefined ? [] : [cacheFolder]
  const child = fork(program, args)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (): void => {
    child.kill('SIGKILL')
  }
  signal.addEventListener('abort', end, { once: true })
  await nextMessage(child)
  return {
    async ask(request) {
      const answered = nextMessage(child)
      child.send(request)
      return hostAnswer.parse(await answered)
    },
    async close() {
      signal.removeEventListener('abort', end)
      child.disconnect()
      await exited
    },
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      child.off('message', take)
      child.off('exit', lost)
    }
    const lost = (): void => {
      settle()
      reject(new Error('The log host ended.'))
    }
    const take = (message: unknown): void => {
      settle()
      const read = hostMessage.parse(message)
      if ('failure' in read) reject(new Error(`The log host failed: ${read.failure}`))
      else resolve(read)
    }
    child.on('message', take)
    child.once('exit', lost)
  })
}
