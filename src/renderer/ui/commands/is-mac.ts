import type { Bridge } from '../../../shared/bridge.ts'

/** Whether the keyboard in front of the user has a Command key. */
export function isMac(bridge: Bridge | undefined): boolean {
  return bridge === undefined
    ? /Mac|iPhone|iPad/.test(navigator.userAgent)
    : bridge.platform === 'darwin'
}
