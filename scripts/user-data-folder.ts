import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/**
 * Where the spools of remote streams are kept when Rastro runs without Electron: the place that each
 * system names for a program's data (on Linux https://specifications.freedesktop.org/basedir-spec/).
 */
export function userDataFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Rastro')
    case 'win32':
      return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Rastro')
    default:
      return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'rastro')
  }
}
