import { LogWriter } from '../log-writer.ts'

/** How far the bursts of a flow are apart, in ms. */
export const BURST_MS = 10

/** Appends so many lines to a log, evenly, so many a second. */
export async function writeFlow(path: string, lines: number, perSecond: number): Promise<void> {
  const writer = new LogWriter(path)
  try {
    await writer.paced(lines, (perSecond * BURST_MS) / 1000, BURST_MS)
  } finally {
    writer.close()
  }
}
