import { join } from 'node:path'

/**
 * Where a headless server notes its remote streams for its next start: by where it listens, since a user
 * may run several, and two that write the same stream into one file would double its lines. Null for a
 * port that is another one each time.
 */
export function streamsFile(dataFolder: string, host: string, port: number): string | null {
  if (port === 0) return null
  const place = `${host}-${port}`.replace(/[^A-Za-z0-9.-]+/g, '-')
  return join(dataFolder, 'remote', `open-${place}.json`)
}
