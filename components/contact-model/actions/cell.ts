/** A cell of an action: of a table, or of a card where there is little room. */
export const cell =
  'border-t border-line px-2 py-[5px] align-middle @max-[580px]/actions:border-t-0 @max-[580px]/actions:p-0'
