/**
 * Bytes of an id that are sent back. Servers bound their headers (Node's at 16 KiB in all), and an
 * answer 431 for ever would be worse than a start without the id.
 */
const MAX_ID_BYTES = 4096

/**
 * The value of `Last-Event-ID` for Node, which writes header strings as Latin-1: the id's UTF-8
 * bytes, one character each ("encode last event ID string with UTF-8", HTML 9.2.2). Null when there
 * is no id, or one that no header can carry.
 */
export function lastEventIdHeader(id: string): string | null {
  const bytes = Buffer.from(id, 'utf8')
  if (bytes.length === 0 || bytes.length > MAX_ID_BYTES) return null
  if (bytes.some((byte) => (byte < 0x20 && byte !== 0x09) || byte === 0x7f)) return null
  return bytes.toString('latin1')
}
