import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { KeyNumber, KeyNumbers } from '@/components/ui/key-numbers'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { TruncationEffect } from '@/lib/contacts/truncation/client'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { boundInWords } from './truncation-words'

const rows = [4, 3, 2, 1, 0]

/** What dropping does under one model: now, exactly, and at most from then on. */
export function EffectCard({
  effect,
  stale,
}: {
  effect: TruncationEffect['models'][number]
  stale: boolean
}) {
  const { model, version, contacts, changed, starsChanged, largestRise, largestDrop, matrix } = effect
  return (
    <Card aria-labelledby={`effect-${model.id}`} aria-busy={stale} className={cn(stale && 'opacity-60')}>
      <CardHeader
        id={`effect-${model.id}`}
        title={`Under ${model.name}, v${version}`}
        caption={`all ${formatNumber(contacts)} contacts rated with and without the old actions`}
      />
      <CardBody className="pb-0">
        <div className="rounded-lg border border-line">
          <KeyNumbers>
            <KeyNumber
              label="Scores that change"
              value={formatNumber(changed)}
              note={`${formatShare(changed, contacts)} of the contacts`}
            />
            <KeyNumber
              label="Stars that change"
              value={formatNumber(starsChanged)}
              note={`${formatShare(starsChanged, contacts)} of the contacts`}
            />
            <KeyNumber label="Largest drop" value={formatNumber(largestDrop, 4)} note="of a score" />
            <KeyNumber label="Largest rise" value={formatNumber(largestRise, 4)} note="of a score" />
          </KeyNumbers>
        </div>
      </CardBody>
      {starsChanged > 0 && (
        <CardTable>
          <Table label={`Contacts by stars with all actions and without the old ones, under ${model.name}`}>
            <thead>
              <tr>
                <Th>With all, to without</Th>
                {rows.map((place) => (
                  <Th key={place} numeric>
                    <span className="font-semibold text-star-ink">{place + 1}★</span>
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((from) => (
                <Tr key={from}>
                  <Th scope="row" className="text-star-ink">
                    {from + 1}★
                  </Th>
                  {rows.map((to) => {
                    const count = matrix[from]?.[to] ?? 0
                    return (
                      <Td
                        key={to}
                        numeric
                        quiet={count === 0}
                        className={cn(
                          from === to && 'font-semibold',
                          count > 0 && from !== to && (to > from ? 'bg-power-soft' : 'bg-risk-soft'),
                        )}
                      >
                        {count > 0 ? formatNumber(count) : '–'}
                      </Td>
                    )
                  })}
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      <CardFooter className="mt-3">
        <b>From then on:</b> {boundInWords(effect)}
      </CardFooter>
    </Card>
  )
}
