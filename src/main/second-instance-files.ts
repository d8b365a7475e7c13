import { z } from 'zod'
import { paths } from '../shared/bridge.ts'
import { filesFromArgv } from './files-from-argv.ts'

const handedOver = z.object({ files: paths })

/** What a launch hands to the instance that already runs. */
export type HandedOver = z.infer<typeof handedOver>

/**
 * The files of a second launch. It hands over what it read from its own command line; Chromium
 * reorders the `argv` that comes beside it and adds switches, so that one is only the way out when
 * the data is none of ours (another version of Rastro).
 */
export function secondInstanceFiles(
  data: unknown,
  argv: readonly string[],
  cwd: string,
  packaged: boolean,
): string[] {
  const read = handedOver.safeParse(data)
  return read.success ? read.data.files : filesFromArgv(argv, cwd, packaged)
}
