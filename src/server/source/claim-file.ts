import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { errorCode } from '../error-code.ts'
import { isRunning, processMark } from './process-mark.ts'

/** The claims of this process. */
const OWN = new Set<string>()

/**
 * Makes the file at `path`, which says that this process has what it stands for. Answers how to give
 * that back, or null when another one has it, or another part of this process. What a process left
 * that ended without giving it back counts no more. Throws what the file system throws.
 *
 * Two that find such a rest in the same moment can both get it; no file system has a safer way without
 * locks, which Node does not offer.
 */
export function claimFile(path: string): (() => void) | null {
  if (OWN.has(path)) return null
  const own = `${path}.${process.pid}`
  // Under its name it is there whole, or not at all: an empty one would say nothing.
  writeFileSync(own, processMark(process.pid), { mode: 0o600 })
  try {
    for (let tries = 0; tries < 3; tries++) {
      try {
        linkSync(own, path)
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
        if (isHeld(path)) return null
        rmSync(path, { force: true })
        continue
      }
      OWN.add(path)
      return () => {
        if (OWN.delete(path)) rmSync(path, { force: true })
      }
    }
    return null
  } finally {
    rmSync(own, { force: true })
  }
}

/** Whether a process that runs has the file; not this one, which knows its own. */
function isHeld(path: string): boolean {
  try {
    const mark = readFileSync(path, 'utf8')
    return mark !== processMark(process.pid) && isRunning(mark, statSync(path).mtimeMs)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}
