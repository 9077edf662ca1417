import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Overview } from '@/lib/engagement/client'
import { formatDay } from '@/lib/format/instant'
import { formatPlain } from '@/lib/format/number'

type Props = {
  behaviors: NonNullable<Overview['behaviors']>
  document: NonNullable<Overview['document']>
  model: NonNullable<Overview['model']>
  zone: string
  version: number
}

const methodWords: Record<Props['document']['normalisation']['method'], string> = {
  percentile: 'The score is the person’s percentile by raw score.',
  'min-max': 'The score is the raw score as a share of a high one among the people compared with.',
  'log-min-max': 'The score is log(1 + raw) as a share of that of a high one among the people compared with.',
}

/** How a raw score comes about: the key behaviors of the version and their weights. */
export function BehaviorsCard({ behaviors, document, model, zone, version }: Props) {
  const published = model.publishedAt
    ? `, published ${formatDay(model.publishedAt, zone)} by ${model.publishedBy}`
    : ''
  return (
    <Card aria-labelledby="behaviors">
      <CardHeader
        id="behaviors"
        title="How the score is made"
        caption={`${model.name} v${version}${version === model.version ? published : ''}`}
      />
      <CardTable>
        <Table label="Key behaviors">
          <thead>
            <tr>
              <Th>Key behavior</Th>
              <Th>Counts</Th>
              <Th numeric>Weight, points</Th>
            </tr>
          </thead>
          <tbody>
            {behaviors.map((behavior) => (
              <Tr key={behavior.key}>
                <Th scope="row" className="max-md:whitespace-normal">
                  {behavior.name}
                </Th>
                <Td quiet className="max-md:whitespace-normal">
                  {behavior.counts}
                  {!behavior.enabled && ' · switched off'}
                </Td>
                <Td numeric>{formatPlain(behavior.weight)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        Raw score: the sum of weight × what is counted over the {document.windowDays} days before the date.{' '}
        {methodWords[document.normalisation.method]}
        {document.weighting.source && ` Weights: ${document.weighting.source.replace(/\.$/, '')}.`}
      </CardFooter>
    </Card>
  )
}
