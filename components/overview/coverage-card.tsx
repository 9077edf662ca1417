import Link from 'next/link'
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Overview } from '@/lib/engagement/client'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { coverageOf } from './coverage'

type Props = { scores: NonNullable<Overview['scores']>; activeWithinDays: number; workspace: string }

/** Tier colours stay with tiers: scored is a series of its own, dormant is hatched, the rest are greys with a name. */
const fills: Record<string, string> = {
  scored: 'bg-accent',
  dormant: 'hatched',
  grace: 'bg-line-strong',
  'not-yet-seen': 'border border-dashed border-line-strong',
  excluded: 'bg-ink-3',
  unknown: 'bg-line border border-line-strong',
}

/** Everybody, with and without a score: who is in the numbers above, who is not, and why. */
export function CoverageCard({ scores, activeWithinDays, workspace }: Props) {
  const { rows, total } = coverageOf(scores.states, activeWithinDays)
  const without = total - scores.n
  return (
    <Card aria-labelledby="coverage">
      <CardHeader
        id="coverage"
        title="Who has no score, and why"
        caption={`${formatNumber(without)} of ${formatNumber(total)} people known, ${formatShare(without, total)}`}
      />
      <CardBody className="pb-2">
        <div aria-hidden className="flex h-4 gap-px overflow-hidden rounded-sm bg-sunken">
          {rows.map(
            ({ state, people }) =>
              people > 0 && (
                <i
                  key={state}
                  className={cn('h-full min-w-px', fills[state])}
                  style={{ width: `${(people / total) * 100}%` }}
                />
              ),
          )}
        </div>
      </CardBody>
      <Table label="People by state">
        <thead>
          <tr>
            <Th>State</Th>
            <Th className="max-md:hidden">Why</Th>
            <Th numeric>People</Th>
            <Th numeric>Share</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, name, reason, people }) => (
            <Tr key={state}>
              <Th scope="row">
                <span className="inline-flex items-baseline gap-1.5">
                  <i
                    aria-hidden
                    className={cn('inline-block size-2 shrink-0 self-center rounded-[2px]', fills[state])}
                  />
                  {people > 0 ? (
                    <Link href={`/w/${workspace}/people?state=${state}`} className="link">
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </span>
                <span className="text-xs whitespace-normal text-ink-3 md:hidden">
                  <br />
                  {reason}
                </span>
              </Th>
              <Td quiet className="max-md:hidden">
                {reason}
              </Td>
              <Td numeric>{formatNumber(people)}</Td>
              <Td numeric>{formatShare(people, total)}</Td>
            </Tr>
          ))}
        </tbody>
        <tfoot>
          <Tr total>
            <Th scope="row">Everybody</Th>
            <Td className="max-md:hidden" />
            <Td numeric>{formatNumber(total)}</Td>
            <Td numeric>{formatShare(total, total)}</Td>
          </Tr>
        </tfoot>
      </Table>
      <CardFooter>A person without a score is not a zero: they are in no percentile.</CardFooter>
    </Card>
  )
}
