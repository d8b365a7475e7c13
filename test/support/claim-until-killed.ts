import process from 'node:process'
import { silentLog } from '../../src/server/own-log.ts'
import { claimSpool } from '../../src/server/source/claim-spool.ts'

/** `node claim-until-killed.ts URL FOLDER`: has the spool of a stream, and prints its path. */
const [, , address = '', dataFolder = ''] = process.argv
process.stdout.write(`${claimSpool(dataFolder, new URL(address), silentLog).path}\n`)
process.stdin.resume()
