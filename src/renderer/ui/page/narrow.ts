/** Below this width the sources cover the lines instead of standing beside them; layout.css says the same. */
export const NARROW = '(max-width: 760px)'
