#!/usr/bin/env node
// Plain JavaScript for any Node since 18: it finds the built server, or runs its sources, with a
// Node that can. `node_modules/node` is the one that the development dependencies bring.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const built = join(root, 'dist', 'server', 'cli.js')
const source = join(root, 'src', 'server', 'cli.ts')
const localNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const entry = existsSync(built) ? built : existsSync(source) ? source : null
// "engines" of package.json, which chokidar sets; Node runs the sources as they are since 22.18.
const runsEntry = major > 22 || (major === 22 && minor >= 22)

if (entry === null) {
  refuse('Rastro is not built here: run "npm ci && npm run build" in its folder first.')
} else if (runsEntry) {
  await import(pathToFileURL(entry).href)
} else if (existsSync(localNode)) {
  runWith(localNode, entry)
} else {
  refuse(
    `Rastro needs Node 22.22 or newer, and this is ${process.versions.node}: run "npm ci" in its folder, which brings one along.`,
  )
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 2
}

/**
 * Runs the entry with another Node in this one's place: same terminal, same signals, same exit code.
 * @param {string} node
 * @param {string} file
 */
function runWith(node, file) {
  const child = spawn(node, [file, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('error', (error) => refuse(`${node} could not be started: ${error.message}.`))
  child.on('exit', (code, signal) => {
    // The shell's way to tell that a signal ended a program.
    process.exit(code ?? 128 + (signal === null ? 1 : constants.signals[signal]))
  })
}
