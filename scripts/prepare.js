// Runs at the end of `npm ci` and `npm install`, under whatever Node npm itself has: plain
// JavaScript, no dependency.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const isWindows = process.platform === 'win32'
const modules = join(root, 'node_modules')

linkOwnCommand()
build()

/**
 * npm links the commands of dependencies and not the package's own. With the link `npx rastro` runs
 * at once; without it npx would first install this folder into its cache. On Windows it does that.
 */
function linkOwnCommand() {
  if (isWindows || !existsSync(modules)) return
  const link = join(modules, '.bin', 'rastro')
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync('../../bin/rastro.js', link)
}

/** With the devDependencies there; without them (`--omit=dev`) there is nothing to build with. */
function build() {
  const node = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node')
  const needed = [node, join(modules, 'vite'), join(modules, 'rolldown')]
  if (!needed.every((path) => existsSync(path))) return
  const script = join(root, 'scripts', 'build.ts')
  process.exitCode = spawnSync(node, [script], { stdio: 'inherit' }).status ?? 1
}
