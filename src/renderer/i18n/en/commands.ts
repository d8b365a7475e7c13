/** The palette, shortcuts and the look of the page. */
export const commands = {} as const
