/**
 * How a test waits for a value: only a failure waits for all of it. The second that `vi.waitFor` and
 * `vi.waitUntil` have by themselves is too short where each core has other work, too.
 */
export const PATIENCE = { timeout: 20_000, interval: 10 } as const
