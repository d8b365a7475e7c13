import { findTool } from './find-tool.ts'
import { runTool, type ToolCall } from './run-tool.ts'

/** A program that goes over a whole file and tells how many lines it has. */
export interface LineCounter {
  /** What it is called in tables. */
  readonly name: string
  /** Null when it is not installed. */
  readonly count: null | ((path: string, signal: AbortSignal) => Promise<Counted>)
}

export interface Counted {
  readonly ms: number
  readonly lines: number
}

interface Tool {
  readonly command: string
  /** How the table calls it. */
  readonly name: string
  readonly args: (path: string) => readonly string[]
  /** Holds the number of lines in what it prints. */
  readonly lines: RegExp
  /** Whether it goes on after it has printed that. */
  readonly staysOpen: boolean
}

/** Viewers log their loading with so many of these; klogg comes from glogg and has kept its words. */
const VIEWER = {
  args: (path: string) => ['--multi', '--new-session', '-dddd', path],
  lines: /indexingFinished\D+1, found (\d+) lines/,
  staysOpen: true,
} as const

const TOOLS: Readonly<Record<'wc' | 'grep' | 'rg' | 'lnav' | 'glogg' | 'klogg', Tool>> = {
  wc: {
    command: 'wc',
    name: '`wc -l`',
    args: (path) => ['-l', path],
    lines: /^(\d+) /,
    staysOpen: false,
  },
  grep: {
    command: 'grep',
    name: "`grep -c ''`",
    args: (path) => ['-c', '', path],
    lines: /^(\d+)\n/,
    staysOpen: false,
  },
  rg: {
    command: 'rg',
    name: "`rg -c ''`",
    args: (path) => ['--no-config', '-c', '', path],
    lines: /^(\d+)\n/,
    staysOpen: false,
  },
  lnav: {
    command: 'lnav',
    name: 'lnav, load',
    args: (path) => ['-n', '-c', ';SELECT lines FROM lnav_file', path],
    lines: /^\s*lines\s+(\d+)/,
    staysOpen: false,
  },
  glogg: { command: 'glogg', name: 'glogg, load', ...VIEWER },
  klogg: { command: 'klogg', name: 'klogg, load', ...VIEWER },
}

/** The counter of this name; `home` is a folder in which it may leave its settings. */
export function lineCounter(tool: keyof typeof TOOLS, home: string): LineCounter {
  const { command, name, args, lines, staysOpen } = TOOLS[tool]
  const found = findTool(command)
  if (found === null) return { name, count: null }
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_RUNTIME_DIR: home,
    // There may be no display, and nothing shall be shown.
    QT_QPA_PLATFORM: 'offscreen',
    // Thousands in groups would be no number.
    LC_ALL: 'C.UTF-8',
  }
  return {
    name,
    count: async (path, signal) => {
      const call: ToolCall = { path: found, args: args(path), env }
      const run = await runTool(staysOpen ? { ...call, until: lines } : call, signal)
      const counted = lines.exec(run.output)?.[1]
      if (counted === undefined) throw new Error(`${command} told no number of lines.`)
      return { ms: run.ms, lines: Number(counted) }
    },
  }
}
