/** The app's name to the operating systems; electron-builder.yml has the same `appId`. */
export const APP_ID = 'io.github.rastro-log.rastro'

/** Where the menu's link leads. */
export const HOMEPAGE = 'https://github.com/rastro-log/rastro'

/**
 * The session of the page. Without `persist:` it lives in memory: neither the token's cookie nor a
 * line of a log in the HTTP cache reaches the disk.
 */
export const PARTITION = 'rastro'
