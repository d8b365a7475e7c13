import { posix, win32 } from 'node:path'

/**
 * The folder for a user's data, where the spools of remote streams go: what each system names for a
 * program's own data that need not roam. On Linux and alike by
 * https://specifications.freedesktop.org/basedir-spec/: "All paths set in these environment variables
 * must be absolute", others are ignored.
 */
export function dataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  switch (platform) {
    case 'win32':
      return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'Rastro')
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Rastro')
    default: {
      const xdg = env.XDG_DATA_HOME ?? ''
      return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local/share'), 'rastro')
    }
  }
}
