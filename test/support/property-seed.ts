import process from 'node:process'
import fc from 'fast-check'

/**
 * Random tests take the same cases each time, so that what passes on one machine passes on the other
 * and a failure can be had again. `PROPERTY_SEED=random` takes others, any number takes its own.
 */
const asked = process.env.PROPERTY_SEED ?? '20261124'
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) })
