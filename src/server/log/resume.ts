/*
 * Finds the place after the line that a client saw last. The generations that this process follows
 * are asked first; after a restart the file is told by what it starts with, under its own name or
 * under the one that a rotation gave it meanwhile.
 */
import { type Cursor, decodeCursor } from '../../shared/cursor.ts'
import { lastNewlineEnd, newlineUnit } from '../engine/line-ending.ts'
import { sameFile } from '../follow/file-change.ts'
import { Generation } from '../follow/generation.ts'
import { type GenerationToken, parseToken, startsAs } from '../follow/generation-token.ts'
import { type OpenedFile, openRegularFile } from '../follow/open-regular-file.ts'
import { rotatedSiblings, type Sibling, siblingsSince } from '../follow/rotated-siblings.ts'
import { type Position, positionAtEnd } from './position.ts'
import type { Extent, Timeline } from './timeline.ts'

/** Bytes of the present file that are sent after a gap: some seconds of a slow client's time. */
const MAX_REPLAY_BYTES = 16 * 1024 * 1024

/** How a stream goes on after a cursor. */
export type Resumption =
  | { readonly kind: 'resumed'; readonly position: Position }
  /** First the rest of files that were rotated away before this process started, then everything. */
  | {
      readonly kind: 'rotated-away'
      readonly generations: readonly Generation[]
      readonly from: number
    }
  | { readonly kind: 'lost'; readonly reason: GapReason; readonly position: Position }

export type GapReason =
  /** The text is no cursor of this log. */
  | 'unknown-position'
  /** It was one, but its file is not there any more. */
  | 'position-gone'

export async function resumeAfter(
  timeline: Timeline,
  path: string,
  text: string,
): Promise<Resumption> {
  const cursor = decodeCursor(text)
  const token = cursor === null ? null : parseToken(cursor.generation)
  if (cursor === null || token === null) {
    return { kind: 'lost', reason: 'unknown-position', position: positionAtEnd(timeline) }
  }
  const extents = timeline.entries.filter((entry): entry is Extent => entry.kind === 'extent')
  const generations = [...new Set(extents.map((extent) => extent.generation))]
  const started = generations.filter((generation) => generation.finished > generation.from)
  const byName = started.find((generation) => generation.token === cursor.generation)
  const sameInode = started.find(
    (each) => each.identity.inode === token.inode && starts(each, token),
  )
  const known = byName ?? sameInode
  if (known !== undefined) return resumeIn(timeline, extents, known, cursor)
  const rotated = await openRotated(timeline, path, cursor, token)
  if (rotated !== null) return rotated
  const alike = started.find((each) => starts(each, token))
  if (alike !== undefined) return resumeIn(timeline, extents, alike, cursor)
  return { kind: 'lost', reason: 'position-gone', position: positionAfterLoss(timeline) }
}

/**
 * The file that the client knew is gone, so what the present one holds came after it; unless that is
 * more than anybody waits for: then live.
 */
function positionAfterLoss(timeline: Timeline): Position {
  const last = timeline.entries.findLast((entry): entry is Extent => entry.kind === 'extent')
  if (last === undefined || last.to - last.generation.from > MAX_REPLAY_BYTES) {
    return positionAtEnd(timeline)
  }
  const first = timeline.entries.find(
    (entry) => entry.kind === 'extent' && entry.generation === last.generation,
  )
  return { sequence: first?.sequence ?? last.sequence, offset: null }
}

function starts(generation: Generation, token: GenerationToken): boolean {
  return startsAs(token, generation.head)
}

async function resumeIn(
  timeline: Timeline,
  extents: readonly Extent[],
  generation: Generation,
  cursor: Cursor,
): Promise<Resumption> {
  const extent = extents.findLast(
    (each) => each.generation === generation && each.from <= cursor.offset,
  )
  if (extent !== undefined && cursor.offset <= extent.to) {
    if (await isLineStart(generation, cursor.offset)) {
      return { kind: 'resumed', position: { sequence: extent.sequence, offset: cursor.offset } }
    }
  }
  // The file is the same and shorter than the client saw it, or the offset was made up.
  const reason = cursor.offset > generation.size ? 'position-gone' : 'unknown-position'
  return { kind: 'lost', reason, position: positionAtEnd(timeline) }
}

async function isLineStart(generation: Generation, offset: number): Promise<boolean> {
  if (offset === generation.from || offset === generation.finished) return true
  const unit = newlineUnit(generation.encoding)
  if (offset < unit) return false
  const before = await generation.read(offset - unit, unit).catch(() => null)
  // What cannot be read any more becomes a gap in the reader.
  return before === null || lastNewlineEnd(before, generation.encoding, offset - unit) === unit
}

async function openRotated(
  timeline: Timeline,
  path: string,
  cursor: Cursor,
  token: GenerationToken,
): Promise<Resumption | null> {
  const siblings = await rotatedSiblings(path)
  // The renamed file itself first; else a copy of it (copytruncate).
  const likely = siblings.toSorted(
    (a, b) => Number(b.identity.inode === token.inode) - Number(a.identity.inode === token.inode),
  )
  for (const sibling of likely) {
    if (sibling.size < cursor.offset) continue
    const opened = await openRegularFile(sibling.path)
    if (opened.kind === 'refused') continue
    const generation = startsAs(token, opened.head)
      ? await readThrough(opened, cursor.generation)
      : null
    if (generation === null) {
      await opened.handle.close()
      continue
    }
    if (cursor.offset <= generation.finished && (await isLineStart(generation, cursor.offset))) {
      const since = await openSince(timeline, siblingsSince(path, sibling, siblings))
      return { kind: 'rotated-away', generations: [generation, ...since], from: cursor.offset }
    }
    await generation.close()
  }
  return null
}

/** Those of these files that this process does not follow. */
async function openSince(timeline: Timeline, siblings: readonly Sibling[]): Promise<Generation[]> {
  const generations: Generation[] = []
  for (const { path } of siblings) {
    const opened = await openRegularFile(path)
    if (opened.kind === 'refused') continue
    const followed = timeline.entries.some(
      (entry) => entry.kind === 'extent' && sameFile(entry.generation.identity, opened.identity),
    )
    if (followed) await opened.handle.close()
    else generations.push(await readThrough(opened))
  }
  return generations
}

/** A rotated file, to be read once: nobody writes to it, so its last line is finished. */
async function readThrough(opened: OpenedFile, token?: string): Promise<Generation> {
  const generation = new Generation(
    {
      handle: opened.handle,
      identity: opened.identity,
      head: opened.head,
      local: opened.local,
      epoch: 0,
      from: 0,
      encoding: null,
      engine: null,
      kept: null,
      ...(token === undefined ? {} : { token }),
    },
    () => undefined,
  )
  await generation.skipExisting(opened.size)
  generation.finish()
  return generation
}
