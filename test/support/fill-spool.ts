import { silentLog } from '../../src/server/own-log.ts'
import { Spool } from '../../src/server/source/spool.ts'

/** `node fill-spool.ts FILE`: writes lines until the disk refuses, prints its reason and ends. */
const full = Promise.withResolvers<string>()
const spool = new Spool(process.argv[2] ?? '', silentLog, {
  onReady: () => undefined,
  onTrouble: (trouble) => {
    if (trouble !== null) full.resolve(trouble.detail)
  },
  onDrain: () => undefined,
})
spool.start()
let count = 0
const timer = setInterval(() => {
  let text = ''
  for (let end = count + 7; count < end; ) {
    count += 1
    text += `line ${count}\n`
  }
  spool.append(text, String(count))
}, 1)
const trouble = await full.promise
clearInterval(timer)
await spool.close()
console.log(JSON.stringify({ trouble, count }))
