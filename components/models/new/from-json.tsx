'use client'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Textarea } from '@/components/ui/textarea'
import { readDocument } from './read-document'
import { Refusal } from './refusal'
import { useCreateModel } from './use-create-model'

/** A model from its document: pasted, or from a file. */
export function FromJson({ workspace }: { workspace: string }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const create = useCreateModel(workspace)

  const take = (next: string) => {
    setText(next)
    setProblem(null)
    create.reset()
  }
  return (
    <CardBody>
      <Form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          const read = readDocument(text)
          setProblem(read.ok ? null : read.message)
          if (read.ok) create.mutate(read.document)
        }}
      >
        <Field
          label="Model document"
          hint="What “Export as JSON” gives, and what the API takes; its grammar is at /api/v1/schema/model.json."
          error={problem ?? undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={12}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              placeholder='{ "kind": "engagement", "name": "…", "behaviors": [ … ] }'
              className="max-h-[60vh] overflow-y-auto font-mono text-xs"
              value={text}
              onChange={({ target }) => take(target.value)}
            />
          )}
        </Field>
        {create.error && <Refusal error={create.error} />}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="go"
            disabled={text.trim() === ''}
            busy={create.isPending || create.isSuccess}
          >
            Make the draft
          </Button>
          <input
            ref={file}
            type="file"
            aria-label="File with a model document"
            className="sr-only"
            tabIndex={-1}
            accept=".json,application/json"
            onChange={({ target }) => {
              void target.files?.[0]?.text().then(take)
              target.value = ''
            }}
          />
          <Button onClick={() => file.current?.click()}>Choose a file</Button>
        </div>
      </Form>
    </CardBody>
  )
}
