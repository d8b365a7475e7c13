import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { OwnLog } from '../server/own-log.ts'
import type { Requests } from '../shared/bridge.ts'
import { isOwnAddress } from './is-own-address.ts'
import { requestSchemas } from './request-schemas.ts'

/** One function per channel of {@link Requests}. */
export type RequestHandlers = {
  readonly [K in keyof Requests]: (
    ...args: Requests[K]['args']
  ) => Requests[K]['answer'] | Promise<Requests[K]['answer']>
}

/** Whom the shell answers: its own window's page, as long as it shows its own server. */
export interface Asker {
  contents(): WebContents | null
  origin(): string
}

/**
 * Answers the page's requests; the one place where IPC comes in. Each is checked for its sender (the
 * top frame of our window, on our server's origin) and its arguments, and the answer is checked too.
 * What is refused rejects in the page with a plain sentence. Returns the way to stop.
 */
export function handleRequests(handlers: RequestHandlers, asker: Asker, ownLog: OwnLog) {
  const channels = Object.keys(requestSchemas).filter(isChannel)
  for (const channel of channels) answer(channel, handlers, asker, ownLog)
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel)
  }
}

function isChannel(name: string): name is keyof Requests {
  return name in requestSchemas
}

function answer<K extends keyof Requests>(
  channel: K,
  handlers: RequestHandlers,
  asker: Asker,
  ownLog: OwnLog,
): void {
  const schema = requestSchemas[channel]
  const handler = handlers[channel]
  ipcMain.handle(channel, async (event, ...raw: unknown[]) => {
    if (!mayAsk(event, asker)) {
      ownLog.warn('A request of a foreign frame was refused.', {
        channel,
        from: event.senderFrame?.url,
      })
      throw new Error(`Rastro refused ${channel}: it did not come from its own page.`)
    }
    const args = schema.args.safeParse(raw)
    if (!args.success) {
      ownLog.warn('A request with wrong arguments was refused.', { channel })
      throw new Error(`Rastro refused ${channel}: its arguments are wrong.`)
    }
    try {
      return schema.answer.parse(await handler(...args.data))
    } catch (error) {
      // The page gets a sentence; paths and stacks of the main process stay in its own log.
      ownLog.error('A request failed.', { channel, error })
      throw new Error(`Rastro could not answer ${channel}.`, { cause: null })
    }
  })
}

/** A frame that was navigated away or removed meanwhile has no `senderFrame`, and gets no answer. */
function mayAsk(event: IpcMainInvokeEvent, asker: Asker): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    event.sender === asker.contents() &&
    isOwnAddress(frame.url, asker.origin())
  )
}
