import Link from 'next/link'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TierMark } from '@/components/ui/tier-mark'
import type { Overview } from '@/lib/engagement/client'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'

type Props = { scores: NonNullable<Overview['scores']>; activeWithinDays: number; workspace: string }

/** Everybody, with and without a score: who is in the numbers above and who is not. */
export function StatesCard({ scores, activeWithinDays, workspace }: Props) {
  const why: Record<string, [label: string, reason: string]> = {
    scored: ['Scored', 'in the population'],
    dormant: ['Dormant', `active before, not in the last ${activeWithinDays} days`],
    grace: ['Grace', 'too new for a score'],
    'not-yet-seen': ['Not yet seen', 'known, but never active before this date'],
    excluded: ['Excluded', 'left out by the model'],
    unknown: ['Unknown', 'refused consent'],
  }
  const rows = Object.entries(scores.states).filter(([state, people]) => people > 0 || state === 'scored')
  const total = rows.reduce((sum, [, people]) => sum + people, 0)
  return (
    <Card aria-labelledby="states">
      <CardHeader id="states" title="Who is scored" caption="people, and share of everybody known" />
      <CardTable>
        <Table label="People by state">
          <thead>
            <tr>
              <Th>State</Th>
              <Th numeric>People</Th>
              <Th numeric>Share</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([state, people]) => (
              <Tr key={state}>
                <Th scope="row" className="max-md:whitespace-normal">
                  <Link
                    href={`/w/${workspace}/people?state=${state}`}
                    className="text-accent hover:underline"
                  >
                    <TierMark tone={state === 'dormant' ? 'dormant' : 'none'}>
                      {why[state]?.[0] ?? state}
                    </TierMark>
                  </Link>
                  <span className="block text-xs text-ink-3">{why[state]?.[1]}</span>
                </Th>
                <Td numeric>{formatNumber(people)}</Td>
                <Td numeric>{formatShare(people, total)}</Td>
              </Tr>
            ))}
          </tbody>
          <tfoot>
            <Tr total>
              <Th scope="row">Everybody</Th>
              <Td numeric>{formatNumber(total)}</Td>
              <Td numeric>{formatShare(total, total)}</Td>
            </Tr>
          </tfoot>
        </Table>
      </CardTable>
      <CardFooter>A person without a score is not a zero: they are in no percentile.</CardFooter>
    </Card>
  )
}
