import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'src',
  'examples',
  'package.json',
  'vite.config.ts',
  'scripts/build.ts',
  'scripts/bundle-thread.ts',
]
const BUILT = [
  'dist/renderer/index.html',
  'dist/server/cli.js',
  'dist/main/main.js',
  'dist/main/preload.cjs',
]

/** Whether everything in dist/ below `root` is there and newer than every source. */
export function isBuilt(root: string): boolean {
  const built = BUILT.map((path) => join(root, path))
  if (!built.every((path) => existsSync(path))) return false
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return SOURCES.every((path) => newestIn(join(root, path)) < oldest)
}

/** The newest change of a file or of anything in a folder, in milliseconds since 1970. */
function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  // A folder's own time tells of files that were taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
