/** One size of an icon as a PNG file. */
export interface IconImage {
  /** Width and height in pixels. */
  readonly size: number
  readonly png: Buffer
}

const ICO_HEADER_BYTES = 6
const ICO_ENTRY_BYTES = 16

/**
 * A Windows icon: a directory of images, here all PNG, which Windows has read since Vista. A size of
 * 256 is written as 0, since the field is one byte.
 */
export function icoOf(images: readonly IconImage[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES + images.length * ICO_ENTRY_BYTES)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  images.forEach(({ size, png }, index) => {
    const at = ICO_HEADER_BYTES + index * ICO_ENTRY_BYTES
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...images.map((image) => image.png)])
}

/** The kinds of an Apple icon that hold a PNG of a size: plain ones, and those of doubled density. */
const ICNS_KINDS: ReadonlyMap<number, readonly string[]> = new Map([
  [16, ['icp4']],
  [32, ['icp5', 'ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
])

/** An Apple icon: a length and then chunks of kind, length and PNG. Throws on a size that has no kind. */
export function icnsOf(images: readonly IconImage[]): Buffer {
  const chunks = images.flatMap(({ size, png }) => {
    const kinds = ICNS_KINDS.get(size)
    if (kinds === undefined) throw new RangeError(`An Apple icon has no image of ${size} pixels.`)
    return kinds.map((kind) => chunk(kind, png))
  })
  return chunk('icns', Buffer.concat(chunks))
}

function chunk(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
