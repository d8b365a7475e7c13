import { existsSync, readdirSync, readlinkSync } from 'node:fs'

/** The descriptor under which this process has a file open, by /proc: Linux only. */
export function descriptorOf(path: string): number {
  const found = readdirSync('/proc/self/fd').find((descriptor) => {
    const link = `/proc/self/fd/${descriptor}`
    // The descriptor that the listing itself used is among them, and gone.
    return existsSync(link) && readlinkSync(link) === path
  })
  if (found === undefined) throw new Error(`${path} is not open in this process.`)
  return Number(found)
}
