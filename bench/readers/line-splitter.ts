const LF = 0x0a

/** Makes a taker of pieces that hands every finished line to `onLine`; a piece may end anywhere. */
export function createLineSplitter(onLine: (line: string) => void): (piece: Uint8Array) => void {
  let rest = Buffer.alloc(0)
  return (piece) => {
    const bytes = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece])
    const end = bytes.lastIndexOf(LF)
    rest = bytes.subarray(end + 1)
    if (end === -1) return
    for (const line of bytes.toString('utf8', 0, end).split('\n')) onLine(line)
  }
}
