'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { TimeZoneSelect } from '@/components/settings/time-zone-select'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { createWorkspace } from '@/lib/workspaces/actions'
import { createWorkspaceSchema } from '@/lib/workspaces/schema'

/** Makes an empty workspace and goes there. */
export function NewWorkspaceForm({ workspace }: { workspace: string }) {
  const router = useRouter()
  const [refusal, setRefusal] = useState<string>()
  const form = useForm({
    resolver: zodResolver(createWorkspaceSchema),
    defaultValues: { name: '', slug: undefined, timeZone: 'UTC' },
  })
  const { errors, isSubmitting } = form.formState
  const { setValue } = form
  useEffect(() => setValue('timeZone', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'), [setValue])

  const submit = form.handleSubmit(async (values) => {
    const answer = await createWorkspace(workspace, values)
    if (answer.ok) router.push(`/w/${answer.value.slug}`)
    else if (answer.path?.[0] === 'slug') form.setError('slug', { message: answer.message })
    else setRefusal(answer.message)
  })

  return (
    <Card aria-labelledby="new-workspace" className="max-w-[640px]">
      <CardHeader
        id="new-workspace"
        title="Start empty"
        caption="A workspace has its own events, people, models and members. You will be its owner."
      />
      <CardBody>
        <Form onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
          {refusal && <Notice kind="error" live title={refusal} className="sm:col-span-2" />}
          <Field label="Name" error={errors.name?.message}>
            {(control) => <Input {...control} {...form.register('name')} autoComplete="off" />}
          </Field>
          <Field
            label="Address"
            optional
            hint="Small letters, digits and hyphens, as in /w/acme."
            error={errors.slug?.message}
          >
            {(control) => (
              <Input
                {...control}
                {...form.register('slug', { setValueAs: (text?: string) => text?.trim() || undefined })}
                autoComplete="off"
              />
            )}
          </Field>
          <Field
            label="Time zone"
            hint="A day of your data is a day of this zone."
            error={errors.timeZone?.message}
            className="sm:col-span-2"
          >
            {(control) => <TimeZoneSelect {...control} {...form.register('timeZone')} />}
          </Field>
          <div className="sm:col-span-2">
            <Button type="submit" variant="go" busy={isSubmitting}>
              Make the workspace
            </Button>
          </div>
        </Form>
      </CardBody>
    </Card>
  )
}
