import { readFileSync } from 'node:fs'
import { z } from 'zod'

const packageFile = z.object({ version: z.string() })

/** Rastro's version: the build puts it in place of the variable; out of the sources it is package.json's. */
export function version(): string {
  // The global, not the module: the build replaces only what it knows to be Node's own.
  const built = process.env.RASTRO_VERSION
  if (built !== undefined) return built
  const path = new URL('../../package.json', import.meta.url)
  return packageFile.parse(JSON.parse(readFileSync(path, 'utf8'))).version
}
