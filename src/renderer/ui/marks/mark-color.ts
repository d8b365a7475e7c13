import { z } from 'zod'

/** The colours of bookmarks; the first one is that of a bookmark nobody chose a colour for. */
export const markColor = z.enum(['amber', 'red', 'violet', 'blue', 'green'])
export type MarkColor = z.infer<typeof markColor>
