import type { Session } from 'electron'
import { isOwnAddress } from './is-own-address.ts'

/**
 * The page copies lines with `navigator.clipboard.writeText`, which needs this one; it writes plain
 * text and reads nothing. Everything else is denied, asked for or only looked up.
 */
const ALLOWED = 'clipboard-sanitized-write'

/**
 * Denies the page every permission but writing text to the clipboard, every device, every screen,
 * and every download that is not the server's own. Without the handlers Electron approves.
 */
export function guardSession(session: Session, origin: () => string): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(permission === ALLOWED && isOwnAddress(details.requestingUrl, origin()))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      permission === ALLOWED && isOwnAddress(requestingOrigin, origin()),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!isOwnAddress(item.getURL(), origin())) event.preventDefault()
  })
}
