import { stat } from 'node:fs/promises'
import { dirname, join, parse, relative, resolve, sep } from 'node:path'

/** What a path names: one log, the logs of a folder, or those whose paths fit a pattern. */
export type Place =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly base: string }
  | {
      readonly kind: 'pattern'
      /** The folder above the first part of the path that is a pattern. */
      readonly base: string
      /** What a path below it must fit, with `/` between its parts. */
      readonly pattern: string
    }

/** What makes a part of a path a pattern: `*`, `?`, `[a-z]`, `{a,b}`. */
const PATTERN = /[*?[{]/

/**
 * Tells what a path names by looking at the disk: what exists under the very name is meant, though
 * it looks like a pattern. What cannot be looked at is a file to wait for. Never rejects.
 */
export async function readPlace(path: string): Promise<Place> {
  const absolute = resolve(path)
  const found = await kindOf(absolute)
  if (found === 'folder') return { kind: 'folder', base: absolute }
  if (found === 'other' || !PATTERN.test(absolute)) return { kind: 'file', path: absolute }
  const base = await baseOf(absolute)
  const pattern = relative(base, absolute).split(sep).join('/')
  return PATTERN.test(pattern)
    ? { kind: 'pattern', base, pattern }
    : { kind: 'file', path: absolute }
}

/** The folder that exists, or has no pattern in its name, nearest to the end of the path. */
async function baseOf(path: string): Promise<string> {
  const { root } = parse(path)
  const parts = path.slice(root.length).split(sep)
  let base = root
  for (const part of parts.slice(0, -1)) {
    const next = join(base, part)
    if (PATTERN.test(part) && (await kindOf(next)) !== 'folder') return base
    base = next
  }
  return dirname(path)
}

async function kindOf(path: string): Promise<'folder' | 'other' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'other'
  } catch {
    // Missing, denied or a dead mount, whichever: the follower tells the reason, at every look.
    return 'none'
  }
}
