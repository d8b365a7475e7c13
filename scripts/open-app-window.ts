import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { chromiumArgs } from './chromium-args.ts'

/** How long Chromium may take to go when it is asked to, before it is killed. */
const GRACE_MS = 3_000

/** A Chromium window that shows one page, and the process behind it. */
export interface AppWindow {
  /** Settles when the user closed the window, or Chromium ended by itself. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/** Which program shows what, and the cookie that lets it in. */
export interface AppWindowOptions {
  readonly chromium: string
  readonly url: string
  readonly cookie: { readonly name: string; readonly value: string } | null
}

/**
 * Shows `url` in a window of its own, without tabs and address bar, in a profile that lives as long
 * as the window. The cookie goes over Chromium's debugging pipe and not inside the address, because
 * every user of the machine can read the arguments of a process.
 */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow> {
  const profile = await mkdtemp(join(tmpdir(), 'rastro-window-'))
  const child = spawn(
    options.chromium,
    [
      `--app=${options.url}`,
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-mode',
      '--window-size=1200,800',
      ...chromiumArgs(),
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const closed = ended.then(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
  if (options.cookie !== null) letIn(child, options.url, options.cookie)
  return {
    closed,
    close: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
      await closed
      clearTimeout(timer)
    },
  }
}

/**
 * Sets the cookie and loads the page once more: the window may have asked for it already. Messages
 * are JSON that ends with a NUL (https://chromedevtools.github.io/devtools-protocol/).
 */
function letIn(child: ChildProcess, url: string, cookie: { name: string; value: string }): void {
  const [, , , input, output] = child.stdio
  if (!(input instanceof Writable && output instanceof Readable)) {
    throw new TypeError('Chromium must be started with pipes as its descriptors 3 and 4.')
  }
  const send = (message: object): void => {
    input.write(`${JSON.stringify(message)}\0`)
  }
  // The pipe breaks when Chromium ends, which is told by `closed`.
  for (const pipe of [input, output]) pipe.on('error', () => undefined)
  let text = ''
  output.setEncoding('utf8')
  output.on('data', (chunk: string) => {
    const messages = (text + chunk).split('\0')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const next = answerTo(JSON.parse(message), url)
      if (next !== null) send(next)
    }
  })
  const set = { ...cookie, url, httpOnly: true, sameSite: 'Strict' }
  send({ id: STEP.cookie, method: 'Storage.setCookies', params: { cookies: [set] } })
}

/** The numbers of our messages, one for each step: its answer starts the next. */
const STEP = { cookie: 1, attach: 2, navigate: 3, detach: 4 } as const

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: {
    readonly sessionId?: string
    readonly targetInfo?: { readonly type?: string }
  }
}

/** What to send next: with the cookie set, attach to the page, load it again, let go of it. */
function answerTo({ id, method, params }: Message, url: string): object | null {
  if (id === STEP.cookie) return autoAttach(STEP.attach, true)
  if (id === STEP.navigate) return autoAttach(STEP.detach, false)
  if (method !== 'Target.attachedToTarget' || params?.targetInfo?.type !== 'page') return null
  const { sessionId } = params
  return { id: STEP.navigate, sessionId, method: 'Page.navigate', params: { url } }
}

function autoAttach(id: number, on: boolean): object {
  const params = { autoAttach: on, waitForDebuggerOnStart: false, flatten: true }
  return { id, method: 'Target.setAutoAttach', params }
}
