/**
 * The kernels of the scanner: all that the module exports. They know addresses only, hold nothing
 * between calls and check nothing; the layout of the memory is the host's (scan/wasm-scanner.ts).
 * SIMD loads are whole, so 128 bytes before and after every range must be memory too; what stands
 * there does not matter.
 *
 * AssemblyScript (https://www.assemblyscript.org): literals are 64-bit integers where an u64 is
 * wanted, so the linter's rule about their precision is off in this folder.
 */

export { countLevelsPerBlock } from './count-levels'
export { countNewlines, countNewlinesPerBlock } from './count-newlines'
export { findLines } from './find-lines'
export { find } from './find-literal'
export { afterNewlines, lastNewlineEnd, lineStarts } from './find-newlines'
export { isAscii } from './is-ascii'
export { levelOfLine } from './level-of-line'
