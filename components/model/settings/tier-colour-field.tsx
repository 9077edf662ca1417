'use client'
import { useEditor } from '@/components/model/editor-context'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TierSwatch } from '@/components/ui/tier-mark'
import { fieldProblem } from './field-problem'
import { tierColours, tierTone, toneOfPlace } from '@/components/ui/tier-tone'

/** The colour of a tier: by its place, or one of the palette. One that was written by hand is kept until another is chosen. */
export function TierColourField({
  index,
  onChange,
}: {
  index: number
  onChange: (colour: string | null) => void
}) {
  const { document, problemAt } = useEditor()
  const { tiers } = document
  const colour = tiers[index]?.colour ?? null
  const tone = tierTone(tiers, index)
  const fellow = tiers.find((tier, other) => other !== index && tierTone(tiers, other) === tone)
  const foreign = colour !== null && !tierColours.some(({ name }) => name === colour)
  return (
    <Field
      label="Colour"
      hint={
        fellow
          ? `The same as ${fellow.name}’s.`
          : foreign
            ? 'Not of the palette: pages show the colour of its place.'
            : undefined
      }
      error={fieldProblem(problemAt('tiers', index, 'colour'))}
      className="w-56"
    >
      {(control) => (
        <span className="flex items-center gap-2">
          <TierSwatch tone={tone} className="size-3" />
          <Select
            {...control}
            className="flex-1"
            value={colour ?? ''}
            onChange={({ target }) => onChange(target.value || null)}
          >
            <option value="">By place, {colourByPlace(index, tiers.length)}</option>
            {tierColours.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
            {foreign && <option value={colour}>{colour}</option>}
          </Select>
        </span>
      )}
    </Field>
  )
}

/** The word of the colour that a tier has by its place. */
const colourByPlace = (index: number, total: number) =>
  tierColours.find(({ tone }) => tone === toneOfPlace(index, total))?.name ?? 'none'
