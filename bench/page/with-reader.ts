import { startRastro } from '../server-process.ts'
import { openBenchPage } from './browser.ts'
import { openReader, type Reader } from './reader.ts'

/** Does `work` with a page that reads a log. */
export async function withReader<T>(
  path: string,
  signal: AbortSignal,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const server = await startRastro(path, signal)
  const browser = await openBenchPage()
  try {
    return await work(await openReader(browser, server.url))
  } finally {
    await browser.close()
    await server.close()
  }
}
