/** The class of the elements that hits are painted by. */
export const HIT_CLASS = 'search-hit'
