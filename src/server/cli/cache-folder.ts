import { posix, win32 } from 'node:path'

/**
 * The folder for what can be made again, where the indexes of large logs are kept: what each system
 * names for that, and what backups and clean-ups know to pass over or empty. On Linux and alike by
 * https://specifications.freedesktop.org/basedir-spec/, which has paths that are not absolute ignored.
 */
export function cacheFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  switch (platform) {
    case 'win32': {
      const local = env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local')
      return win32.join(local, 'Rastro', 'Cache')
    }
    case 'darwin':
      return posix.join(home, 'Library', 'Caches', 'Rastro')
    default: {
      const xdg = env.XDG_CACHE_HOME ?? ''
      return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(home, '.cache'), 'rastro')
    }
  }
}
