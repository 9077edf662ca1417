import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { Card, CardBody, CardHeader, CardTable } from '@/components/ui/card'
import { Stars } from '@/components/ui/stars'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { RatingChange } from '@/lib/contacts/client'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { causeInWords } from './change-cause'

type Props = { changes: readonly RatingChange[]; zone: string; name: string }

const scoreThen = ({ score, stars }: RatingChange['before']) =>
  stars === 0 ? 'no contact yet' : `${formatNumber(score, 2)}, ${stars}★`

/** When the stars changed, and what changed them, newest first. */
export function ChangesCard({ changes, zone, name }: Props) {
  return (
    <Card aria-labelledby="changes">
      <CardHeader
        id="changes"
        title="Rating changes"
        caption="every change of stars that was seen, newest first"
        tools={changes.length > 0 && <CsvButton data={fileOf(changes, zone)} fileName="rating-changes" />}
      />
      {changes.length === 0 ? (
        <CardBody className="text-sm text-ink-2">
          None since this contact was first rated. What came before is in the score after each action.
        </CardBody>
      ) : (
        <CardTable>
          <Table label={`Changes of the stars of ${name}`}>
            <thead>
              <tr>
                <Th>When</Th>
                <Th>Stars</Th>
                <Th>Score</Th>
                <Th>Cause</Th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <Tr key={`${change.at} ${change.version} ${change.after.score}`}>
                  <Th scope="row" className="font-normal whitespace-nowrap text-ink-2">
                    <Time at={change.at} zone={zone} />
                  </Th>
                  <Td className="whitespace-nowrap">
                    <Stars stars={change.after.stars} />
                  </Td>
                  <Td className="whitespace-nowrap">
                    {scoreThen(change.before)} → <b>{scoreThen(change.after)}</b>
                  </Td>
                  <Td className="text-ink-2">
                    {causeInWords(change.cause, change.causeAt, change.version, zone)}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
    </Card>
  )
}

function fileOf(changes: readonly RatingChange[], zone: string): ChartData {
  return {
    columns: [
      { name: 'When' },
      { name: 'Stars before', numeric: true },
      { name: 'Stars after', numeric: true },
      { name: 'Score before', numeric: true },
      { name: 'Score after', numeric: true },
      { name: 'Cause' },
      { name: 'Version', numeric: true },
    ],
    rows: changes.map(({ at, before, after, cause, causeAt, version }) => [
      formatInstant(at, zone),
      before.stars,
      after.stars,
      before.score,
      after.score,
      causeInWords(cause, causeAt, version, zone),
      version,
    ]),
  }
}
