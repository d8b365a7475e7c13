import { sticky } from './sticky.ts'

/** A UUID (RFC 9562, section 4). */
const readUuid = sticky(
  /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\w-])/y,
)

/** Traces, spans, hashes: 16 to 64 hexadecimal digits, both letters and numbers among them. */
const readHash = sticky(/(?=[a-f]{0,63}\d)(?=\d{0,63}[a-f])[0-9a-f]{16,64}(?!\w)/y)

/** An identifier that no person chose. */
export function readId(text: string, at: number): number {
  const end = readUuid(text, at)
  return end === -1 ? readHash(text, at) : end
}
