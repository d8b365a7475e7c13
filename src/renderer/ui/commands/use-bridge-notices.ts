import { useEffect } from 'react'
import { usePage } from '../page/page-context.ts'
import { useCommands } from './use-commands.ts'

/** Carries out what the app's menu, a second launch or the system ask for, and tells the menu its keys. */
export function useBridgeNotices(): void {
  const { bridge, commands, chosenKeys } = usePage()
  const all = useCommands()
  useEffect(() => {
    if (bridge === undefined) return
    const stopOpened = bridge.onOpened(commands.showOpened)
    const stopCommands = bridge.onCommand((id) => {
      const command = all.find((one) => one.id === id)
      if (command?.isAvailable?.() ?? true) command?.run()
    })
    void bridge.toShow().then(commands.showOpened)
    return () => {
      stopOpened()
      stopCommands()
    }
  }, [bridge, commands, all])
  useEffect(() => {
    if (bridge === undefined) return
    const show = () => void bridge.showKeys(chosenKeys.get())
    show()
    return chosenKeys.subscribe(show)
  }, [bridge, chosenKeys])
}
