'use client'
import { type Choice, ChoiceList } from './choice-list'
import { MethodPicture } from './method-picture'
import { NumberField } from './number-field'
import { percentOf, shareOf } from './percent-of'
import { usePart } from './use-part'

type Method = 'percentile' | 'min-max' | 'log-min-max'

const methods: readonly Choice<Method>[] = [
  {
    value: 'percentile',
    label: 'Percentile',
    hint: 'The share of people below, ties in the middle: 80 is ahead of four in five. Nobody’s outlier stretches it.',
    picture: <MethodPicture method="percentile" />,
  },
  {
    value: 'min-max',
    label: 'Min–max',
    hint: 'The raw score as a share of a high one: twice the raw score is twice the score.',
    picture: <MethodPicture method="min-max" />,
  },
  {
    value: 'log-min-max',
    label: 'Log min–max',
    hint: 'The same on log(1 + raw): differences among those who do little stay visible.',
    picture: <MethodPicture method="log-min-max" />,
  },
]

/** How a raw score becomes 0 to 100. */
export function NormalisationSettings() {
  const [{ method, winsor }, set] = usePart('normalisation')
  return (
    <>
      <ChoiceList
        label="How a raw score becomes 0 to 100, higher is better"
        choices={methods}
        value={method}
        onChange={(chosen) => set({ method: chosen })}
        columns={3}
      />
      {method !== 'percentile' && (
        <NumberField
          label="Level that scores 100"
          unit="% of people"
          hint="So many have at most this raw score; whoever has more also scores 100. 100% lets a single person set the scale."
          path={['normalisation', 'winsor']}
          value={percentOf(winsor)}
          onChange={(value) => set({ winsor: shareOf(value) })}
          min={1}
          max={100}
          step="any"
        />
      )}
    </>
  )
}
