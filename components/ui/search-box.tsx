'use client'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Input } from '@/components/ui/input'

const pause = 250

type Props = { label: string; placeholder: string; value: string; onSearch: (text: string) => void }

/** From the search into what it found: the row of a grid that Tab would reach. */
function moveToRows(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'ArrowDown') return
  const row = document.querySelector<HTMLElement>('main [role="grid"] tbody tr[tabindex="0"]')
  if (!row) return
  row.focus()
  event.preventDefault()
}

/** A search that waits until nobody has typed for a quarter of a second. `/` leads into it, the down arrow out to the rows. */
export function SearchBox({ label, placeholder, value, onSearch }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // What was cleared or linked to from elsewhere is shown; what is being typed is left alone.
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value
  }, [value])
  return (
    <Input
      ref={input}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      maxLength={200}
      onKeyDown={moveToRows}
      onChange={({ target }) => {
        clearTimeout(timer.current)
        timer.current = setTimeout(() => onSearch(target.value.trim()), pause)
      }}
    />
  )
}
