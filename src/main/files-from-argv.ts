import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MAX_PATHS, paths } from '../shared/bridge.ts'

const SCHEME = /^[a-z][a-z0-9+.-]+:\/\//i

/**
 * The logs that a command line names, as absolute paths. It is read as data: a switch before `--` is
 * ignored, whoever made it up; after `--` everything is a path. Desktop environments that start with
 * `%U` hand over `file:` addresses; any other scheme is left out. `argv` begins with the program,
 * which an unpackaged start follows with the app's own folder.
 */
export function filesFromArgv(argv: readonly string[], cwd: string, packaged: boolean): string[] {
  const plain: string[] = []
  const end = argv.indexOf('--')
  for (const argument of argv.slice(1, end === -1 ? undefined : end)) {
    if (!argument.startsWith('-')) plain.push(argument)
  }
  if (!packaged) plain.shift()
  if (end !== -1) plain.push(...argv.slice(end + 1))
  const found = plain.flatMap((argument) => pathOf(argument, cwd))
  return [...new Set(found)].slice(0, MAX_PATHS)
}

function pathOf(argument: string, cwd: string): string[] {
  const path = SCHEME.test(argument) ? pathOfAddress(argument) : argument
  if (path === null || path === '' || path.includes('\0')) return []
  const absolute = resolve(cwd, path)
  return paths.safeParse([absolute]).success ? [absolute] : []
}

function pathOfAddress(address: string): string | null {
  try {
    return fileURLToPath(address)
  } catch {
    // Another scheme, another host or an escaped slash: not a file of this machine.
    return null
  }
}
