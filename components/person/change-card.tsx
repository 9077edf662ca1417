'use client'
import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { WaterfallBar, WaterfallLevel } from '@/components/charts/waterfall-bar'
import { stateWords } from '@/components/people/words'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Select } from '@/components/ui/select'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatDay, formatShortDay } from '@/lib/format/instant'
import { formatNumber, formatPlain, formatScore } from '@/lib/format/number'
import { printedParts } from '@/lib/format/printed-parts'
import { formatSigned } from '@/lib/format/signed'
import type { Explanation, PersonPath } from '@/lib/people/client'
import { causeWords } from './change-words'

type Change = NonNullable<Explanation['change']>
type Steps = NonNullable<Change['steps']>

type Props = {
  change: Change
  /** The dates there are to choose from. */
  points: PersonPath['items']
  busy: boolean
  onSince: (instant: string) => void
  zone: string
  name: string
}

/** What changed between two dates: the parts, in the order in which they are taken, sum to the change. */
export function ChangeCard({ change, points, busy, onSince, zone, name }: Props) {
  const { from, to, steps } = change
  const dates = [...new Set([from.asOf, ...points.map(({ asOf }) => asOf)])]
    .filter((asOf) => asOf < to.asOf)
    .sort()
    .reverse()
  return (
    <Card aria-labelledby="change" aria-busy={busy}>
      <CardHeader
        id="change"
        title={`What changed since ${formatShortDay(from.asOf, zone)}`}
        caption="two dates of your choice; parts sum to the change"
        tools={
          <>
            <Select
              aria-label="Compare with"
              value={from.asOf}
              onChange={(event) => onSince(event.target.value)}
              options={dates.map((asOf) => ({
                value: asOf,
                label: `${formatDay(asOf, zone)} → ${formatShortDay(to.asOf, zone)}`,
              }))}
            />
            {steps && (
              <CsvButton
                data={tableOf(change, steps, zone)}
                fileName={`change-${formatDay(to.asOf, zone)}`}
              />
            )}
          </>
        }
      />
      <div className={cn(busy && 'opacity-60')}>
        {steps ? (
          <StepsTable change={change} steps={steps} zone={zone} name={name} />
        ) : (
          <CardBody>
            <p className="text-sm text-ink-2">{change.words}</p>
            <p className="mt-1 text-xs text-ink-3">
              {formatDay(from.asOf, zone)}: {stateWords[from.state]}. {formatDay(to.asOf, zone)}:{' '}
              {stateWords[to.state]}. A change of state is not a change of points, so nothing is added up.
            </p>
          </CardBody>
        )}
      </div>
      {from.version !== to.version && (
        <CardFooter>
          v{from.version} on {formatDay(from.asOf, zone)}, v{to.version} on {formatDay(to.asOf, zone)}.
        </CardFooter>
      )}
    </Card>
  )
}

/** The levels between the steps, and the axis they are drawn on: a round range of the score around them. */
function levelsOf(start: number, steps: Steps) {
  let level = start
  const levels = steps.map(({ score }) => ({ from: level, to: (level += score) }))
  const all = [start, ...levels.map(({ to }) => to)]
  const low = Math.max(0, Math.floor(Math.min(...all) / 10) * 10)
  const high = Math.min(100, Math.max(low + 10, Math.ceil(Math.max(...all) / 10) * 10))
  return { levels, domain: [low, high] as const }
}

function StepsTable({
  change: { from, to },
  steps,
  zone,
  name,
}: {
  change: Change
  steps: Steps
  zone: string
  name: string
}) {
  const { levels, domain } = levelsOf(from.score ?? 0, steps)
  const raws = printedParts(
    steps.map(({ raw }) => raw),
    2,
    from.raw ?? 0,
  )
  const scores = printedParts(
    steps.map(({ score }) => score),
    1,
    from.score ?? 0,
  )
  const end = (point: Change['from'], total: boolean) => (
    <Tr total={total} className={total ? undefined : 'font-semibold'}>
      <Th scope="row">{formatDay(point.asOf, zone)}</Th>
      <Td numeric>{formatNumber(point.raw, 2)}</Td>
      <Td numeric>{formatScore(point.score)}</Td>
      <Td>
        <WaterfallLevel at={point.score ?? 0} domain={domain} />
      </Td>
    </Tr>
  )
  return (
    <CardTable>
      <Table label={`Causes of the change of ${name}`}>
        <thead>
          <tr>
            <Th>Cause</Th>
            <Th numeric>Raw</Th>
            <Th numeric>Score</Th>
            <Th className="w-[30%]">
              score, {formatPlain(domain[0])} to {formatPlain(domain[1])}
            </Th>
          </tr>
        </thead>
        <tbody>
          {end(from, false)}
          {steps.map(({ cause, words }, index) => {
            const quiet = raws[index] === 0 && scores[index] === 0
            return (
              <Tr key={cause} className={quiet ? 'text-ink-3' : undefined}>
                <Th scope="row" className="max-md:whitespace-normal">
                  {causeWords[cause]}
                  {words && <span className="block text-xs text-ink-3">{words}</span>}
                </Th>
                <Td numeric>{formatSigned(raws[index], 2)}</Td>
                <Td numeric className={quiet ? undefined : 'font-semibold'}>
                  {formatSigned(scores[index], 1)}
                </Td>
                <Td>
                  <WaterfallBar from={levels[index]?.from ?? 0} to={levels[index]?.to ?? 0} domain={domain} />
                </Td>
              </Tr>
            )
          })}
          {end(to, true)}
        </tbody>
      </Table>
    </CardTable>
  )
}

function tableOf({ from, to }: Change, steps: Steps, zone: string): ChartData {
  return {
    columns: [
      { name: 'Cause' },
      { name: 'What' },
      { name: 'Raw, points', numeric: true },
      { name: 'Score, 0 to 100', numeric: true },
    ],
    rows: [
      [formatDay(from.asOf, zone), `v${from.version}`, from.raw ?? '', from.score ?? ''],
      ...steps.map(({ cause, words, raw, score }) => [causeWords[cause], words, raw, score]),
      [formatDay(to.asOf, zone), `v${to.version}`, to.raw ?? '', to.score ?? ''],
    ],
  }
}
