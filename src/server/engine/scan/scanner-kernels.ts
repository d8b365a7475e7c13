/** What the module of engine/assembly exports; the sentences are there. Addresses and counts are 32-bit. */
export interface ScannerKernels {
  countNewlines(from: number, to: number): number
  countNewlinesPerBlock(from: number, to: number, origin: number, counts: number): void
  afterNewlines(from: number, to: number, n: number): number
  lastNewlineEnd(from: number, to: number): number
  lineStarts(from: number, to: number, base: number, starts: number, max: number): number
  find(
    from: number,
    to: number,
    needle: number,
    fold: number,
    length: number,
    first: number,
    second: number,
  ): number
  findLines(
    from: number,
    to: number,
    base: number,
    needle: number,
    fold: number,
    length: number,
    first: number,
    second: number,
    starts: number,
    ends: number,
    hits: number,
    max: number,
  ): number
  isAscii(from: number, to: number): number
  levelOfLine(from: number, to: number, utf8: boolean, scratch: number): number
  countLevelsPerBlock(
    from: number,
    to: number,
    origin: number,
    utf8: boolean,
    scratch: number,
    counts: number,
  ): void
}
