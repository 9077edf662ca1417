/** Puts the cursor into the search of the page; false where there is none. */
export function focusPageSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"]:not(:disabled)')
  box?.focus()
  box?.select()
  return box !== null
}
