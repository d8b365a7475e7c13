import { onTestFinished } from 'vitest'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'

/** A real server without a token for these files, closed when the test ends. */
export async function serveFiles(...files: string[]): Promise<RunningServer> {
  const server = await startServer({ token: null, files })
  onTestFinished(() => server.close())
  return server
}
