'use client'
import { useState } from 'react'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

export type PropertyInputProps = {
  value: string
  /** Keys the events have carried. */
  properties: readonly string[]
  disabled: boolean
  id?: string
  onChange: (property: string) => void
}

/** No property can be called this: a key that is sent is never blank. */
const OTHER = ' '

/** A property of an event: one that came, or one to type that has yet to come. */
export function PropertyInput({ value, properties, disabled, id, onChange }: PropertyInputProps) {
  const [typing, setTyping] = useState(false)
  const name = id === undefined ? { 'aria-label': 'Property' } : { id }
  if (typing || properties.length === 0) {
    return (
      <Input
        {...name}
        autoFocus={typing}
        value={value}
        maxLength={500}
        placeholder="Property"
        disabled={disabled}
        className="font-mono text-xs"
        onChange={({ target }) => onChange(target.value)}
      />
    )
  }
  const listed = value === '' || properties.includes(value) ? properties : [value, ...properties]
  return (
    <Select
      {...name}
      value={value}
      disabled={disabled}
      className="[&_select]:font-mono [&_select]:text-xs"
      onChange={({ target }) => {
        if (target.value === OTHER) setTyping(true)
        else onChange(target.value)
      }}
    >
      <option value="" disabled>
        Property
      </option>
      {listed.map((property) => (
        <option key={property} value={property}>
          {property}
        </option>
      ))}
      <option value={OTHER}>another one…</option>
    </Select>
  )
}
