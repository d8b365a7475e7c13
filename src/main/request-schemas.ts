import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { withoutSecrets } from '../shared/address-secret.ts'
import { keptKey, keptValue, logIds, paths, type Requests, settings } from '../shared/bridge.ts'
import { keyChoices } from '../shared/key-choices.ts'
import { recent } from './recents.ts'

/** What a request may bring and what it may be answered with. */
export interface RequestSchema<K extends keyof Requests> {
  readonly args: z.ZodType<Requests[K]['args']>
  readonly answer: z.ZodType<Requests[K]['answer']>
}

const none = z.tuple([])

/** A drop has whole paths; a relative one would mean a folder that the page knows nothing of. */
const droppedPaths = paths.refine((all) => all.every((path) => isAbsolute(path)))

/**
 * A page that could add a file could have any file opened as a recent one; and a token is a secret,
 * which is not written to the disk.
 */
const keptAddress = recent.refine(
  ({ kind, target }) => kind === 'remote' && withoutSecrets(target) === target,
)

const settingsChange: z.ZodType<Requests['change-settings']['args'][0]> = settings
  .partial()
  .strict()
  .transform((change) => ({
    ...(change.locale === undefined ? {} : { locale: change.locale }),
    ...(change.theme === undefined ? {} : { theme: change.theme }),
  }))

/** One schema per channel: a channel without one is a compile error, one without a channel too. */
export const requestSchemas: { readonly [K in keyof Requests]: RequestSchema<K> } = {
  'open-file-dialog': { args: none, answer: logIds },
  'open-folder-dialog': { args: none, answer: logIds },
  'to-show': { args: none, answer: logIds },
  'open-paths': { args: z.tuple([droppedPaths]), answer: logIds },
  recents: { args: none, answer: z.array(recent) },
  'add-recent': { args: z.tuple([keptAddress]), answer: z.undefined() },
  'open-recent': { args: z.tuple([recent]), answer: logIds },
  'remove-recent': { args: z.tuple([recent]), answer: z.undefined() },
  settings: { args: none, answer: settings },
  'change-settings': { args: z.tuple([settingsChange]), answer: settings },
  'show-keys': { args: z.tuple([keyChoices]), answer: z.undefined() },
  kept: { args: none, answer: z.record(keptKey, keptValue) },
  keep: { args: z.tuple([keptKey, keptValue.nullable()]), answer: z.undefined() },
}
