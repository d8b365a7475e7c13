import { closeSync, openSync, writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Appends `count` lines with the time of their writing, one each `intervalMs`. */
export async function writeStamped(path: string, count: number, intervalMs: number): Promise<void> {
  const fd = openSync(path, 'a')
  try {
    for (let line = 0; line < count; line++) {
      const now = performance.timeOrigin + performance.now()
      writeSync(fd, `${now.toFixed(3)} ms INFO line ${line} of an application that is at work\n`)
      await delay(intervalMs)
    }
  } finally {
    closeSync(fd)
  }
}
