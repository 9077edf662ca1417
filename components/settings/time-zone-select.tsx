import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/select'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Every IANA zone of this machine, UTC first. */
export function TimeZoneSelect(props: ComponentProps<typeof Select>) {
  return (
    <Select {...props} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
  )
}
