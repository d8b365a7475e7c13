import type { z } from 'zod'
import type { viewRequest } from '../../shared/views.ts'

/** What is looked for and where, see `viewRequest`; what is left out takes its default. */
export type ViewWish = z.input<typeof viewRequest>

/** Around which rows come with the answer. */
export type OpeningPlace = NonNullable<ViewWish['opening']>['at']
