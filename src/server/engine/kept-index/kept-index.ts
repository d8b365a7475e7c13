import { z } from 'zod'
import { ENCODINGS } from '../../../shared/encoding.ts'
import { BLOCK_BYTES } from '../block-index.ts'
import { decodeSections, encodeSections } from './sections.ts'
import { decodeVarints, encodeVarints } from './varints.ts'

const crc = z.number().int().min(0).max(0xffff_ffff)
const offset = z.number().int().nonnegative()
const bigNumber = z
  .string()
  .regex(/^-?\d{1,24}$/)
  .transform((text) => BigInt(text))

/** How the bytes looked at some places when they were counted; see fingerprints.ts. */
const fingerprints = z.object({
  head: crc,
  end: crc,
  samples: z.array(z.object({ block: offset, crc })),
})
export type Fingerprints = z.infer<typeof fingerprints>

const facts = z.object({
  device: bigNumber,
  inode: bigNumber,
  path: z.string(),
  encoding: z.enum(ENCODINGS),
  bytes: offset.refine((bytes) => bytes % BLOCK_BYTES === 0),
  size: offset,
  changed: bigNumber,
  fingerprints,
})

/** The newlines of a log per block, as they are kept for the next time that it is opened. */
export interface KeptIndex {
  readonly identity: { readonly device: bigint; readonly inode: bigint }
  readonly path: string
  readonly encoding: z.infer<typeof facts>['encoding']
  /** Bytes covered: whole blocks only. */
  readonly bytes: number
  /** Newlines in each of them. */
  readonly newlines: Uint32Array
  /** Size and time of the last change (ns since 1970) that the system told when it was kept. */
  readonly size: number
  readonly changed: bigint
  readonly fingerprints: Fingerprints
}

const FACTS = 'FACT'
const NEWLINES = 'NEWL'

export function encodeKeptIndex(kept: KeptIndex): Uint8Array {
  const { identity, path, encoding, bytes, newlines, size, changed, fingerprints: prints } = kept
  const told: z.input<typeof facts> = {
    device: String(identity.device),
    inode: String(identity.inode),
    path,
    encoding,
    bytes,
    size,
    changed: String(changed),
    fingerprints: prints,
  }
  return encodeSections(
    new Map([
      [FACTS, Buffer.from(JSON.stringify(told))],
      [NEWLINES, encodeVarints(newlines)],
    ]),
  )
}

/** Null when the bytes are no whole index of ours. */
export function decodeKeptIndex(file: Uint8Array): KeptIndex | null {
  const sections = decodeSections(file)
  const factBytes = sections?.get(FACTS)
  const newlineBytes = sections?.get(NEWLINES)
  if (factBytes === undefined || newlineBytes === undefined) return null
  const parsed = facts.safeParse(parseJson(Buffer.from(factBytes).toString()))
  if (!parsed.success) return null
  const { device, inode, ...rest } = parsed.data
  const newlines = decodeVarints(newlineBytes, rest.bytes / BLOCK_BYTES)
  return newlines === null ? null : { ...rest, identity: { device, inode }, newlines }
}

/** Undefined, which no schema takes, for text that is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
