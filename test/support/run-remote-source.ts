import { silentLog } from '../../src/server/own-log.ts'
import { openRemoteSource } from '../../src/server/source/remote-source.ts'
import { spoolPath } from '../../src/server/source/spool-path.ts'

/** `node run-remote-source.ts URL FOLDER`: reads the stream into its spool until it is killed. */
const [, , address = '', dataFolder = ''] = process.argv
const url = new URL(address)
openRemoteSource({ url, path: spoolPath(dataFolder, url), ownLog: silentLog })
