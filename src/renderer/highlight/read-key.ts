import { sticky } from './sticky.ts'

/** The name in `name=value`; longer ones than 64 characters are no names. */
export const readKey = sticky(/[A-Za-z_@][\w.@-]{0,63}(?==(?!=))/y)
