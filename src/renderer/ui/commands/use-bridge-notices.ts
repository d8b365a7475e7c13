import { useEffect } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Command } from '../../../shared/bridge.ts'
import { usePage } from '../page/page-context.ts'
import type { Commands } from './create-commands.ts'

/** Carries out what the app's menu, a second launch or the system ask for. */
export function useBridgeNotices(): void {
  const { bridge, commands } = usePage()
  useEffect(() => {
    if (bridge === undefined) return
    const stopOpened = bridge.onOpened(commands.showOpened)
    const stopCommands = bridge.onCommand((command) => carryOut(command, commands))
    return () => {
      stopOpened()
      stopCommands()
    }
  }, [bridge, commands])
}

function carryOut(command: Command, commands: Commands): void {
  switch (command) {
    case 'read-logs':
      commands.readOrStop()
      break
    case 'pause':
      commands.pauseOrResume()
      break
    case 'connect-url':
      commands.connectUrl()
      break
    case 'toggle-generator':
      commands.toggleGenerator()
      break
    case 'go-to-start':
      commands.goToStart()
      break
    case 'go-to-end':
      commands.goToEnd()
      break
    default:
      assertNever(command, 'command of the menu')
  }
}
