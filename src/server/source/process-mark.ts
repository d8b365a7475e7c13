import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import process from 'node:process'
import { errorCode } from '../error-code.ts'

/** A process as it is noted in a file: its number and, where that is told, when it started. */
export function processMark(pid: number): string {
  return `${pid} ${startOf(pid) ?? '-'}\n`
}

/**
 * Whether the process of a mark that was written at `writtenAt` (ms since 1970) still runs. Numbers
 * are given again to other processes, in a container that is started anew even the same ones: where
 * the system does not tell when a process started, those from before its own start are over.
 */
export function isRunning(mark: string, writtenAt: number): boolean {
  const [, digits, start] = /^(\d+) (\d+|-)\n$/.exec(mark) ?? []
  if (digits === undefined) return false
  const pid = Number(digits)
  if (!exists(pid)) return false
  return start === '-' ? writtenAt > Date.now() - uptime() * 1000 : start === startOf(pid)
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user's is there, too.
    return errorCode(error) === 'EPERM'
  }
}

/**
 * When a process started, in ticks since the system did: field 22 of /proc/PID/stat (man 5 proc), the
 * 20th behind the name, which may hold anything. Null where there is no such file.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
