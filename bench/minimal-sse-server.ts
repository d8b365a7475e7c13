/**
 * The peer of the benchmarks: what one writes in ten minutes. `tail -F` is piped into a Node server
 * that sends every line to every client as an event, without ids, resuming or back-pressure.
 *
 * Usage: minimal-sse-server.ts FILE
 */
import { spawn } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import process from 'node:process'
import { createInterface } from 'node:readline'

const [file = ''] = process.argv.slice(2)
const clients = new Set<ServerResponse>()

const tail = spawn('tail', ['-n', '1', '-F', file], { stdio: ['ignore', 'pipe', 'ignore'] })
process.once('exit', () => tail.kill())
process.once('SIGTERM', () => process.exit())
createInterface({ input: tail.stdout }).on('line', (line) => {
  for (const client of clients) client.write(`data: ${line}\n\n`)
})

const server = createServer((request, answer) => {
  answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  answer.flushHeaders()
  clients.add(answer)
  request.once('close', () => clients.delete(answer))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  process.stdout.write(
    `${JSON.stringify({ url: `http://127.0.0.1:${port}/`, pid: process.pid })}\n`,
  )
})
