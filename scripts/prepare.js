// Runs at the end of `npm ci` and `npm install`, under whatever Node npm itself has: plain
// JavaScript, no dependency. With the devDependencies there it builds; without them (`--omit=dev`,
// a server that brings its own dist/) there is nothing to build with.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const node = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
const needed = [node, ...['vite', 'rolldown'].map((name) => join(root, 'node_modules', name))]

if (needed.every((path) => existsSync(path))) {
  const { status } = spawnSync(node, [join(root, 'scripts', 'build.ts')], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
