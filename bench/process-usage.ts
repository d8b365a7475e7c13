import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks per second of /proc/PID/stat: 100 on every Linux that Node runs on (sysconf(3)). */
const TICKS_PER_SECOND = 100

/** CPU time that a process has used so far, user and system, in milliseconds. Linux only. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold spaces; utime and stime are fields 14 and 15 of proc_pid_stat(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
}

/** Resident memory of a process in bytes, now and the most that it ever was. Linux only. */
export function residentBytes(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const bytes = (field: string): number => {
    const kib = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]
    if (kib === undefined) throw new Error(`/proc/${pid}/status names no ${field}.`)
    return Number(kib) * 1024
  }
  return { now: bytes('VmRSS'), most: bytes('VmHWM') }
}

/** Memory of a process in bytes. */
export interface Memory {
  readonly resident: number
  /** Resident, with what it shares with others counted in parts. */
  readonly proportional: number
  /** The most that ever was resident. */
  readonly most: number
}

/** Reads the memory of a process. Linux only. */
export function memoryOf(pid: number): Memory {
  const { now, most } = residentBytes(pid)
  const kib = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
  return { resident: now, proportional: Number(kib) * 1024, most }
}

/** How many threads a process has. Linux only. */
export function threadsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).length
}
