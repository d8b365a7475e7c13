/**
 * The client of the benchmarks, a process of its own: reads lines from an event stream, from
 * `tail -F` or with Rastro's follower, checks that they are whole, complete and in order (or only
 * counts them and their bytes), and tells its parent what it saw.
 *
 * Usage: client.ts event-source|parser|tail|follower|count-tail|count-follower TARGET CONNECTIONS LINES
 */
import { spawn } from 'node:child_process'
import { get } from 'node:http'
import process, { hrtime } from 'node:process'
import { createInterface } from 'node:readline'
import { createParser } from 'eventsource-parser'
import { BENCH_LINE_BYTES, readBenchLine, WARM_LINE } from './bench-line.ts'
import type { ClientReport } from './client-report.ts'
import { type Counted, countTail } from './readers/count-tail.ts'
import { followBytes } from './readers/follow-bytes.ts'
import { createLineSplitter } from './readers/line-splitter.ts'

const [from = '', target = '', connections = '1', lines = '0'] = process.argv.slice(2)
const expected = Number(lines)
const latencies: number[] = []
let notReady = Number(connections)
let notComplete = Number(connections)

function tell(report: ClientReport): void {
  process.send?.(report)
}

function fail(error: unknown): void {
  tell({ kind: 'wrong', sentence: error instanceof Error ? error.message : String(error) })
}

/** Makes the handler of one connection's lines. */
function createLineCheck(): (line: string) => void {
  let next = 0
  let ready = false
  return (line) => {
    const now = hrtime.bigint()
    if (!ready) {
      ready = true
      notReady -= 1
      if (notReady === 0) tell({ kind: 'ready' })
    }
    const read = readBenchLine(line)
    if (read === null) return
    if (read.number !== next) throw new Error(`Line ${read.number} came where ${next} was due.`)
    next += 1
    latencies.push(Number(now - read.writtenAt) / 1e6)
    if (next !== expected) return
    notComplete -= 1
    if (notComplete === 0) tell({ kind: 'complete', lastAt: String(now), latencies })
  }
}

/** Node's own EventSource, as a page would use the browser's. */
function readEventSource(url: string): void {
  const check = createLineCheck()
  new EventSource(url).onmessage = (event) => {
    try {
      check(event.data)
    } catch (error) {
      fail(error)
    }
  }
}

/** The standard's parser on a bare HTTP answer: cheap enough that the server is what is measured. */
function readParser(url: string): void {
  const check = createLineCheck()
  const parser = createParser({
    onEvent: (event) => {
      if (event.event === undefined || event.event === 'message') check(event.data)
    },
    onError: fail,
  })
  const request = get(url, { agent: false, headers: { accept: 'text/event-stream' } }, (answer) => {
    if (answer.statusCode !== 200) fail(`${url} answered ${answer.statusCode}.`)
    answer.setEncoding('utf8')
    answer.on('data', (chunk: string) => {
      try {
        parser.feed(chunk)
      } catch (error) {
        fail(error)
      }
    })
    answer.on('end', () => fail('The server ended the stream.'))
  })
  request.on('error', fail)
}

function readTail(path: string): void {
  const check = createLineCheck()
  const tail = spawn('tail', ['-n', '1', '-F', path], { stdio: ['ignore', 'pipe', 'ignore'] })
  tail.on('error', fail)
  createInterface({ input: tail.stdout }).on('line', (line) => {
    try {
      check(line)
    } catch (error) {
      fail(error)
    }
  })
  process.once('exit', () => tail.kill())
}

/** Rastro's own reading, without its server: what `tail -F` is compared with. */
function readFollower(path: string): void {
  const split = createLineSplitter(createLineCheck())
  followBytes(path, (event) => {
    if (event.kind !== 'grew' || event.grown === null) return
    try {
      if (event.grown.bytes === null) throw new Error('The follower passed lines over.')
      split(event.grown.bytes)
    } catch (error) {
      fail(error)
    }
  })
}

/** Makes the taker of counts that include the uncounted lines before. */
function createCountCheck(): (counted: Counted) => void {
  let ready = false
  let complete = false
  return ({ bytes, lines }) => {
    if (!ready) {
      ready = true
      tell({ kind: 'ready' })
    }
    if (lines < expected || complete) return
    // Not one line lost: then what is not expected are warm-up lines, whole ones.
    if (bytes - (lines - expected) * WARM_LINE.length !== expected * BENCH_LINE_BYTES) return
    complete = true
    tell({ kind: 'complete', lastAt: String(hrtime.bigint()), latencies: [] })
  }
}

/** Counts as the server does: fresh bytes are counted by the follower itself. */
function countFollower(path: string): void {
  const check = createCountCheck()
  followBytes(path, (event) => {
    if (event.kind !== 'grew' && event.kind !== 'indexed') return
    const { size, index } = event.generation
    if (index.bytes === size && size > 0) check({ bytes: size, lines: index.newlines })
  })
}

const readers: Readonly<Record<string, (target: string) => void>> = {
  'event-source': readEventSource,
  parser: readParser,
  tail: readTail,
  follower: readFollower,
  'count-tail': (path) => countTail(path, createCountCheck()),
  'count-follower': countFollower,
}
const read = readers[from]
if (read === undefined) throw new Error(`There is no way of reading called ${from}.`)
process.once('disconnect', () => process.exit())
// A signal alone would end it without its exit, which takes `tail` along.
process.once('SIGTERM', () => process.exit())
for (let opened = 0; opened < Number(connections); opened++) read(target)
