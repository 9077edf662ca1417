'use client'
import type { ComponentProps, KeyboardEvent } from 'react'

const inRow = 'a[href], button'

/** The rows one can move between: those that hold something to press. */
const rowsOf = (table: Element) =>
  [...table.querySelectorAll<HTMLTableRowElement>('tbody > tr')].filter((row) => row.querySelector(inRow))

/** Moves from what is focused in a row to its fellow of the row above or below, of the first or the last. */
function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
  const row = event.target.closest<HTMLTableRowElement>('tbody > tr')
  if (!row || !event.target.matches(inRow)) return
  const rows = rowsOf(event.currentTarget)
  const at = rows.indexOf(row)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const next = to === undefined ? undefined : rows[to]
  if (!next) return
  const place = [...row.querySelectorAll<HTMLElement>(inRow)].indexOf(event.target)
  const fellows = next.querySelectorAll<HTMLElement>(inRow)
  ;(fellows[place] ?? fellows[0])?.focus()
  event.preventDefault()
}

/** A table whose links and buttons are reached with the arrow keys as well as with Tab. */
export function ArrowKeysTable(props: ComponentProps<'table'>) {
  return <table onKeyDown={onKeyDown} {...props} />
}
