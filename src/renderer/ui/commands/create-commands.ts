import type { i18n } from 'i18next'
import type { Bridge, DroppedFile, Recent } from '../../../shared/bridge.ts'
import type { Encoding } from '../../../shared/encoding.ts'
import type { LineNumber } from '../../../shared/line-number.ts'
import type { LogId } from '../../../shared/protocol.ts'
import type { CommandAnswer, Session } from '../../data/session.ts'
import type { LogList } from '../../list/log-list.ts'
import type { Dialogs } from '../dialogs/dialogs.ts'
import type { Aim, LineGoer } from '../go-to/line-goer.ts'
import type { Notices } from '../notices/notices.ts'
import { refusalWords } from '../notices/refusal-words.ts'
import { isStreamOpen } from './is-stream-open.ts'
import { untilKnown } from './until-known.ts'

export interface CommandsParts {
  readonly session: Session
  readonly bridge: Bridge | undefined
  readonly notices: Notices
  readonly dialogs: Dialogs
  readonly goer: LineGoer
  readonly i18n: i18n
}

/** Everything a user can do, whichever way: button, key, menu of the app, drop. */
export interface Commands {
  /** Ler Logs, or Parar while the stream is open. */
  readOrStop(): void
  pauseOrResume(): void
  resume(where: 'here' | 'end'): void
  openFile(): void
  /** Opens the logs of a folder; only the app can. */
  openFolder(): void
  connectUrl(): void
  /** Opens or connects again what was opened before; a refusal becomes a notice. */
  openRecent(recent: Recent): void
  toggleGenerator(): void
  toggleFollow(): void
  goToStart(): void
  goToEnd(): void
  /** Asks for the place in the log to go to. */
  goTo(): void
  /** Shows the line in the middle of the view and puts the keyboard onto it. */
  goToLine(line: LineNumber, aim?: Aim): void
  /** Shows the whole of a line: of the active one when none is given. */
  openLine(line?: LineNumber): void
  showShortcuts(): void
  select(log: LogId): void
  closeLog(log: LogId): void
  setEncoding(log: LogId, encoding: Encoding): void
  openDropped(files: readonly DroppedFile[]): void
  /** Shows logs that were opened elsewhere: by a dialog, a drop, a second launch. */
  showOpened(logs: readonly LogId[]): void
  /** Puts the keyboard into the lines, where there are some. */
  focusLines(): void
  /** The list of lines on the screen, for the commands that move in it; null when there is none. */
  attachList(list: LogList | null): void
}

export function createCommands({
  session,
  bridge,
  notices,
  dialogs,
  goer,
  i18n,
}: CommandsParts): Commands {
  const { t } = i18n
  let list: LogList | null = null

  /** What the app could not do becomes a notice; the promise never rejects. */
  async function orNotice(title: string, work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (error) {
      notices.show({ tone: 'danger', title, text: sentenceOf(error) })
    }
  }

  /** Carries out a request and shows its refusal; whether it was done. */
  async function request(title: string, work: Promise<CommandAnswer>): Promise<boolean> {
    const answer = await work
    if (answer.kind === 'ok') return true
    notices.show({ tone: 'danger', title, text: refusalWords(t, answer.error) })
    return false
  }

  /** With nothing to read, the generator is switched on first: the first click shows lines. */
  async function read(): Promise<void> {
    const { server } = session.getState()
    if (server !== null && server.logs.length === 0 && server.capabilities.generator) {
      await request(t('notice.generatorRefused'), session.setGenerator(true))
    }
    session.start()
  }

  async function reconnect(url: string): Promise<void> {
    const answer = await session.connectUrl(url)
    if (answer.kind === 'refused') {
      const title = t('notice.connectFailed')
      notices.show({ tone: 'danger', title, text: refusalWords(t, answer.error) })
      return
    }
    session.select(answer.log)
    if (!isStreamOpen(session.getState().connection)) session.start()
  }

  async function showOpened(logs: readonly LogId[]): Promise<void> {
    const last = logs.at(-1)
    if (last === undefined) return
    // Without the stream, what the server opened meanwhile comes only when it is asked.
    await session.load()
    if (await untilKnown(session, last)) session.select(last)
  }

  function goToEnd(): void {
    session.setFollow(true)
    list?.scrollToEnd()
  }

  return {
    readOrStop() {
      if (isStreamOpen(session.getState().connection)) session.stop()
      else void read()
    },
    pauseOrResume() {
      const { pause, connection } = session.getState()
      if (pause.kind === 'paused') session.resume('here')
      else if (isStreamOpen(connection)) session.pause()
    },
    resume: (where) => session.resume(where),
    openFile() {
      if (bridge === undefined) dialogs.set({ kind: 'open' })
      else {
        void orNotice(t('notice.openFailed'), bridge.openFileDialog().then(showOpened))
      }
    },
    openFolder() {
      if (bridge === undefined) return
      void orNotice(t('notice.openFailed'), bridge.openFolderDialog().then(showOpened))
    },
    connectUrl: () => dialogs.set({ kind: 'connect' }),
    openRecent(recent) {
      if (recent.kind === 'remote') void reconnect(recent.target)
      else if (bridge !== undefined) {
        void orNotice(t('notice.openFailed'), bridge.openRecent(recent).then(showOpened))
      }
    },
    toggleGenerator() {
      const { server } = session.getState()
      if (server === null || !server.capabilities.generator) return
      const on = server.generator.kind !== 'running'
      void request(t('notice.generatorRefused'), session.setGenerator(on))
    },
    toggleFollow() {
      if (session.getState().follow) session.setFollow(false)
      else goToEnd()
    },
    goToStart() {
      session.setFollow(false)
      list?.scrollToStart()
    },
    goToEnd,
    goTo() {
      if (list !== null) dialogs.set({ kind: 'go-to' })
    },
    goToLine(line, aim) {
      void goer.go(line, aim)
      // After React took away the dialog in which it was asked for: until then that keeps the focus.
      queueMicrotask(() => list?.focus())
    },
    openLine(line) {
      const { selected } = session.getState()
      if (line === undefined) list?.openActiveLine()
      else if (selected !== null) dialogs.set({ kind: 'whole-line', log: selected, line })
    },
    showShortcuts: () => dialogs.set({ kind: 'shortcuts' }),
    select: (log) => session.select(log),
    closeLog: (log) => void request(t('notice.closeFailed'), session.closeLog(log)),
    setEncoding: (log, encoding) =>
      void request(t('notice.encodingFailed'), session.setEncoding(log, encoding)),
    openDropped(files) {
      if (bridge === undefined) {
        notices.show({
          tone: 'info',
          title: t('notice.dropInBrowser'),
          text: t('notice.dropInBrowser.text'),
        })
        return
      }
      const work = bridge.openDropped(files).then(async (logs) => {
        await showOpened(logs)
        if (logs.length > 0) return
        notices.show({
          tone: 'info',
          title: t('notice.nothingOpened'),
          text: t('notice.nothingOpened.text'),
        })
      })
      void orNotice(t('notice.openFailed'), work)
    },
    showOpened: (logs) => void orNotice(t('notice.openFailed'), showOpened(logs)),
    focusLines: () => list?.focus(),
    attachList(next) {
      list = next
    },
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
