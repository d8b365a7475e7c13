/**
 * Longest line that the line stream sends whole, in bytes: four times the longest that logs of real
 * programs hold (1 MiB of JSON). A longer one is cut and marked, so that one line cannot fill the
 * memory of every client.
 */
export const MAX_LINE_BYTES = 4 * 1024 * 1024
