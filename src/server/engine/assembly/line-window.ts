/** How far into a line a level is looked for, in UTF-16 units: LEVEL_SEARCH_LENGTH of src/shared/level.ts. */
export const MAX_UNITS: usize = 256

/** The most bytes that they can have: three each. */
export const MAX_BYTES: usize = 3 * MAX_UNITS
