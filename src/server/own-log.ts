/** The server's own log: what it did and what went wrong. Headless it is pino, in the app electron-log. */
export interface OwnLog {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}

/** Says nothing: for tests and for callers that do not care. */
export const silentLog: OwnLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
