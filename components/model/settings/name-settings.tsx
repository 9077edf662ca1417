'use client'
import { useEditor } from '@/components/model/editor-context'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldProblem } from './field-problem'

export function NameSettings() {
  const { document, change, problemAt } = useEditor()
  return (
    <Field
      label="Name of the model"
      hint="Everybody who sees a score sees this name."
      error={fieldProblem(problemAt('name'))}
      className="max-w-96"
    >
      {(control) => (
        <Input
          {...control}
          value={document.name}
          maxLength={200}
          onChange={({ target }) => change((now) => ({ ...now, name: target.value }))}
        />
      )}
    </Field>
  )
}
