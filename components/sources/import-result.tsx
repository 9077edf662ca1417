'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { actionValue } from '@/lib/api/action-value'
import { continueImport, stopImport } from '@/lib/imports/actions'
import { type ImportJson, importsQuery, isUnderWay } from '@/lib/imports/client'

type Props = { workspace: string; data: ImportJson; onClose: () => void }

/** How an import goes, or went: counts, reasons of refusal, and what to do next. */
export function ImportResult({ workspace, data, onClose }: Props) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries(importsQuery(workspace))
  const stop = useMutation({
    mutationFn: async () => actionValue(await stopImport(workspace, { id: data.id })),
    onSettled: refresh,
  })
  const goOn = useMutation({
    mutationFn: async () => actionValue(await continueImport(workspace, { id: data.id })),
    onSettled: refresh,
  })

  if (isUnderWay(data)) {
    return (
      <Progress
        label={`${data.dryRun ? 'Checking' : 'Importing'} ${data.fileName}`}
        done={data.rows}
        total={data.progress > 0 ? Math.round(data.rows / data.progress) : null}
        unit="rows"
        remainingMs={remaining(data)}
        action={
          <Button busy={stop.isPending} onClick={() => stop.mutate()}>
            Cancel
          </Button>
        }
      />
    )
  }
  const again = data.state === 'failed' || data.state === 'cancelled'
  return (
    <div className="grid gap-3">
      <Notice kind={data.state === 'failed' ? 'error' : 'info'} live title={headline(data)}>
        {data.error ?? summary(data)}
      </Notice>
      {data.reasons.length > 0 && <Reasons data={data} />}
      <div className="flex flex-wrap gap-2">
        {data.state === 'done' && !data.dryRun && (
          <Button variant="go" asChild>
            <Link href={`/w/${workspace}`}>Open the overview</Link>
          </Button>
        )}
        {again && (
          <Button variant="go" busy={goOn.isPending} onClick={() => goOn.mutate()}>
            Go on where it stopped
          </Button>
        )}
        {data.rejected > 0 && (
          <Button asChild>
            <a href={`/api/imports/${data.id}/rejects?workspace=${workspace}`}>Download the refused rows</a>
          </Button>
        )}
        {!data.dryRun && <Button onClick={onClose}>Import another file</Button>}
      </div>
    </div>
  )
}

function remaining({ startedAt, progress }: ImportJson): number | null {
  if (!startedAt || progress < 0.02) return null
  const spent = Date.now() - Date.parse(startedAt)
  return (spent / progress) * (1 - progress)
}

function headline({ state, dryRun, fileName }: ImportJson): string {
  if (state === 'failed') return `${fileName} was not read to its end`
  if (state === 'cancelled') return `${fileName} was cancelled`
  return dryRun ? `${fileName} was checked, nothing was imported yet` : `${fileName} is in`
}

function summary({ dryRun, rows, accepted, duplicates, rejected }: ImportJson): string {
  const good = dryRun ? `${formatNumber(accepted)} can be imported` : `${formatNumber(accepted)} accepted`
  const known = dryRun ? '' : `, ${formatNumber(duplicates)} already there`
  return `Of ${plural(rows, 'row')}: ${good}${known}, ${formatNumber(rejected)} refused.`
}

function Reasons({ data }: { data: ImportJson }) {
  return (
    <Table label="Reasons of refusal">
      <thead>
        <tr>
          <Th>Why rows are refused</Th>
          <Th numeric>Rows</Th>
          <Th numeric>First in row</Th>
        </tr>
      </thead>
      <tbody>
        {data.reasons.map((reason) => (
          <Tr key={reason.code}>
            <Th scope="row">{reason.message}</Th>
            <Td numeric>{formatNumber(reason.rows)}</Td>
            <Td numeric>{formatNumber(reason.firstRow)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
