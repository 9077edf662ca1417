'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { TimeZoneSelect } from '@/components/settings/time-zone-select'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { actionValue } from '@/lib/api/action-value'
import { beginImport } from '@/lib/imports/actions'
import { type ImportPreview, importsQuery } from '@/lib/imports/client'
import { type ImportKind, importKinds } from '@/lib/imports/schema'
import { kindLabels, type Mapping, mappingFields, otherColumns, restOf, withColumn } from './mapping-fields'
import { PreviewTable } from './preview-table'

type Props = { workspace: string; id: string; preview: ImportPreview['preview']; onClose: () => void }

/** Says which column is what, guessed where it can be, and what is assumed of times; then checks or imports. */
export function MappingForm({ workspace, id, preview, onClose }: Props) {
  const client = useQueryClient()
  const columns = preview.columns.map((column) => column.name)
  const guess = (kind: ImportKind): Mapping => ({ ...preview.guesses[kind] })
  const [kind, setKind] = useState<ImportKind>(preview.suggestedKind)
  const [mapping, setMapping] = useState<Mapping>(() => guess(preview.suggestedKind))
  const [timeZone, setTimeZone] = useState('')
  const [assumeYear, setAssumeYear] = useState('')

  const begin = useMutation({
    mutationFn: async (dryRun: boolean) => {
      const assumed = { ...(timeZone && { timeZone }), ...(assumeYear && { assumeYear: Number(assumeYear) }) }
      return actionValue(await beginImport(workspace, { id, kind, mapping, dryRun, ...assumed }))
    },
    onSuccess: () => client.invalidateQueries(importsQuery(workspace)),
  })

  const others = otherColumns(mapping, columns)
  const rest = restOf[kind]
  const listed = (mapping[rest] as string[] | undefined) ?? others
  const toggle = (column: string, on: boolean) =>
    setMapping({ ...mapping, [rest]: on ? [...listed, column] : listed.filter((name) => name !== column) })

  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="What each row is">
          {(control) => (
            <Select
              {...control}
              value={kind}
              options={importKinds.map((value) => ({ value, label: kindLabels[value] }))}
              onChange={(event) => {
                const chosen = event.target.value as ImportKind
                setKind(chosen)
                setMapping(guess(chosen))
              }}
            />
          )}
        </Field>
        {mappingFields[kind].map((field) => (
          <Field key={field.key} label={field.label} optional={!field.required}>
            {(control) => (
              <Select
                {...control}
                value={(mapping[field.key] as string | undefined) ?? ''}
                options={[{ value: '', label: '–' }, ...columns.map((value) => ({ value, label: value }))]}
                onChange={(event) => setMapping(withColumn(mapping, field.key, event.target.value))}
              />
            )}
          </Field>
        ))}
        <Field label="Time zone of times that name none" optional={!preview.needs.timeZone}>
          {(control) => (
            <TimeZoneSelect
              {...control}
              value={timeZone}
              onChange={(event) => setTimeZone(event.target.value)}
            >
              <option value="">Refuse such rows</option>
            </TimeZoneSelect>
          )}
        </Field>
        <Field label="Year of times that name none" optional={!preview.needs.year}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1970}
              max={2100}
              placeholder="Refuse such rows"
              value={assumeYear}
              onChange={(event) => setAssumeYear(event.target.value)}
            />
          )}
        </Field>
      </div>
      {others.length > 0 && (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-xs font-semibold text-ink-2">Keep as {rest}</legend>
          {others.map((column) => (
            <Checkbox
              key={column}
              label={column}
              checked={listed.includes(column)}
              onChange={(event) => toggle(column, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
      {preview.problems.map((problem) => (
        <Notice key={problem.code} kind="warning" title={problem.message}>
          {problem.rows > 0 &&
            `${plural(problem.rows, 'row')} of the first ${formatNumber(preview.sampledRows)}, from row ${problem.firstRow} on.`}
        </Notice>
      ))}
      <PreviewTable columns={preview.columns} rows={preview.rows} />
      {begin.isError && <Notice kind="error" live title={begin.error.message} />}
      <div className="flex flex-wrap gap-2">
        <Button variant="go" busy={begin.isPending} onClick={() => begin.mutate(false)}>
          Import
        </Button>
        <Button disabled={begin.isPending} onClick={() => begin.mutate(true)}>
          Check without importing
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Choose another file
        </Button>
      </div>
    </div>
  )
}
