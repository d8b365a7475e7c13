import { sticky } from './sticky.ts'

/** Units of time, size and rate as they are written after a number in logs. */
const UNIT = '(?: ?%|ns|us|[µμ]s|ms|min|[smhd]|[kKMGTP]?i?[bB](?:ps)?|[kKMGT]|[kMG]?Hz|rps|x)'

/** A number with sign, fraction, exponent, groups of thousands and unit; or hexadecimal. */
export const readNumber = sticky(
  new RegExp(
    `0x[0-9a-fA-F]+(?!\\w)|[-+]?\\d+(?:[.,_]\\d+)*(?:[eE][+-]?\\d+)?${UNIT}?(?![\\w])`,
    'y',
  ),
)
