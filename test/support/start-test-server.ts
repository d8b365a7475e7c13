import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type RunningServer,
  type StartServerOptions,
  startServer,
} from '../../src/server/start-server.ts'
import { tempFolder } from './temp-folder.ts'

export interface TestServer {
  readonly server: RunningServer
  readonly port: number
  /** A folder of this server's own, with `page/` and `examples/` in it. */
  readonly folder: string
}

/** A real server on a free port with a small page, closed when the test is over. */
export async function startTestServer(
  options: Partial<StartServerOptions> & { readonly folder?: string } = {},
): Promise<TestServer> {
  const { folder = await tempFolder(), ...rest } = options
  const pageFolder = join(folder, 'page')
  const examplesFolder = join(folder, 'examples')
  await mkdir(join(pageFolder, 'assets'), { recursive: true })
  await mkdir(examplesFolder, { recursive: true })
  await writeFile(
    join(pageFolder, 'index.html'),
    '<meta property="csp-nonce" content="__CSP_NONCE__">',
  )
  await writeFile(join(pageFolder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(pageFolder, 'assets', 'main-C0FFEE.js'), 'export {}\n')
  await writeFile(join(examplesFolder, 'client.html'), '<script>let a = 1</script>')
  const server = await startServer({ token: null, pageFolder, examplesFolder, ...rest })
  onTestFinished(() => server.close())
  return { server, port: Number(new URL(server.url).port || 80), folder }
}
