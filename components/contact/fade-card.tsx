'use client'
import { DecayChart } from '@/components/charts/decay-chart'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { ageUnit, beyondWords, decayCaption, decayEnd, decayMarks } from './decay-marks'
import type { RatedContact } from './rated-contact'

type Props = { rated: RatedContact; model: ContactDocument; zone: string }

/** How points fade under this model, with the contact's actions at their ages. */
export function FadeCard({ rated, model, zone }: Props) {
  const { counted } = rated.tried
  const end = decayEnd(counted, model.clock)
  const { marks, beyond } = decayMarks(counted, end, zone)
  return (
    <DecayChart
      chosen={model.gravity}
      marks={marks}
      end={end}
      unit={ageUnit(model.clock)}
      caption={decayCaption(counted, model)}
      footer={beyondWords(beyond, end)}
    />
  )
}
