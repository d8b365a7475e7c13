import { spawn } from 'node:child_process'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { createServer, type ProxyOptions } from 'vite'
import { onParentGone } from './on-parent-gone.ts'

const ROOT = join(import.meta.dirname, '..')

/** Where the page looks for its server; everything else is the page itself. */
const SERVED = ['/api', '/stream-logs', '/healthz', '/examples']

/**
 * Serves the page with hot reloading in front of a local server that starts again on every change of
 * its sources. `npm run dev -- FILE...`
 */
async function dev(files: readonly string[]): Promise<void> {
  const port = await freePort()
  const target = `http://127.0.0.1:${port}`
  const server = spawn(
    process.execPath,
    [
      '--watch',
      '--watch-preserve-output',
      join(ROOT, 'src/server/cli.ts'),
      'serve',
      ...files,
      ...['--port', String(port), '--no-token'],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], cwd: process.env.INIT_CWD ?? process.cwd() },
  )
  const page = await createServer({
    root: join(ROOT, 'src/renderer'),
    configFile: join(ROOT, 'vite.config.ts'),
    server: {
      host: '127.0.0.1',
      proxy: Object.fromEntries(SERVED.map((path) => [path, proxyTo(target)])),
    },
  })
  await page.listen()
  page.printUrls()
  const end = (): void => {
    server.kill('SIGTERM')
    void page.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  server.once('exit', end)
  onParentGone(end)
}

/**
 * The server refuses foreign origins, and this page's origin is one. Only that origin is put right:
 * a request that another site makes to this port stays foreign, and refused.
 */
function proxyTo(target: string): ProxyOptions {
  return {
    target,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (toServer, request) => {
        if (request.headers.origin === `http://${request.headers.host}`) {
          toServer.setHeader('origin', target)
        }
      })
    },
  }
}

/** A port that was free a moment ago: it must stay the same when the server starts again. */
async function freePort(): Promise<number> {
  const probe = createTcpServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') {
    throw new TypeError('A listening TCP server has an address with a port.')
  }
  return address.port
}

await dev(process.argv.slice(2))
