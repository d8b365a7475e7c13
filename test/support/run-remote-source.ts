import { silentLog } from '../../src/server/own-log.ts'
import { openRemoteSource } from '../../src/server/source/remote-source.ts'

/** `node run-remote-source.ts URL FOLDER`: reads the stream into its spool until it is killed. */
const [, , url = '', dataFolder = ''] = process.argv
openRemoteSource({ url: new URL(url), dataFolder, ownLog: silentLog })
