/** More than somebody can put into an order by feeling. */
export const MOST_KNOWN_PEOPLE = 20
