'use client'
import { Select } from '@/components/ui/select'
import { formatInstant } from '@/lib/format/instant'
import type { Comparison } from '@/lib/models/client'
import type { Compared } from '@/lib/models/compared-in'

type Props = {
  versions: readonly { version: number; live: boolean }[]
  /** Null while it is not known, or cannot be made. */
  comparison: Comparison | null
  compared: Compared
  zone: string
  onChange: (change: Compared) => void
}

/** Which versions, and on which date. */
export function CompareChoice({ versions, comparison, compared, zone, onChange }: Props) {
  const from = compared.from ?? comparison?.from.version
  const to = compared.to ?? comparison?.to.version
  const asOf = comparison?.asOf ?? compared.asOf ?? ''
  const instants = comparison?.instants ?? []
  const options = (other: number | undefined) =>
    versions.map(({ version, live }) => ({
      value: String(version),
      label: `v${version}${live ? ', live' : ''}`,
      disabled: version === other,
    }))
  const dates = instants.map((instant) => ({
    value: instant.asOf,
    label: `${formatInstant(instant.asOf, zone)}${instant.both ? '' : ', one version only'}`,
  }))
  const listed = dates.some(({ value }) => value === asOf)
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
      <Labelled label="Compare">
        <Select
          className="w-28"
          value={from ?? ''}
          onChange={({ target }) => onChange({ from: Number(target.value), to })}
          options={options(to)}
        />
      </Labelled>
      <Labelled label="with">
        <Select
          className="w-28"
          value={to ?? ''}
          onChange={({ target }) => onChange({ from, to: Number(target.value) })}
          options={options(from)}
        />
      </Labelled>
      <Labelled label="as of">
        <Select
          className="w-64 max-w-full"
          value={asOf}
          onChange={({ target }) => onChange({ from, to, asOf: target.value })}
          options={listed || !asOf ? dates : [{ value: asOf, label: formatInstant(asOf, zone) }, ...dates]}
        />
      </Labelled>
    </div>
  )
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <label className="flex min-w-0 items-center gap-2">
      <span>{label}</span>
      {children}
    </label>
  )
}
