/**
 * The colour of index 16 to 255 of xterm's palette as CSS: a cube of 6 x 6 x 6 colours, then 24
 * greys (https://invisible-island.net/xterm/, 256colres.h). Throws a RangeError for another index.
 */
export function paletteColor(index: number): string {
  if (!Number.isInteger(index) || index < 16 || index > 255) {
    throw new RangeError(`${index} is no colour of the palette: it must be from 16 to 255.`)
  }
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10
    return `rgb(${grey} ${grey} ${grey})`
  }
  const cube = index - 16
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40)
  const red = level(Math.floor(cube / 36))
  const green = level(Math.floor(cube / 6) % 6)
  const blue = level(cube % 6)
  return `rgb(${red} ${green} ${blue})`
}
