import process from 'node:process'

/** Keeps Chromium from calling home: on a machine without network each of these only waits. */
const OFFLINE = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

/**
 * The arguments with which scripts and tests start Chromium here. The sandbox stays on except for
 * root, whom Chromium refuses otherwise.
 */
export function chromiumArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', ...OFFLINE] : [...OFFLINE]
}
