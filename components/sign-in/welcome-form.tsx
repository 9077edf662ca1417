'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { TimeZoneSelect } from '@/components/settings/time-zone-select'
import { skipWelcome, welcome } from '@/lib/account/actions'
import { welcomeSchema } from '@/lib/account/schema'

export function WelcomeForm({ workspace, workspaceName }: { workspace: string; workspaceName: string }) {
  const router = useRouter()
  const [refusal, setRefusal] = useState<string>()
  const form = useForm({
    resolver: zodResolver(welcomeSchema),
    defaultValues: { email: '', password: '', workspaceName, timeZone: 'UTC' },
  })
  const { errors, isSubmitting } = form.formState
  const { setValue } = form
  useEffect(() => setValue('timeZone', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'), [setValue])

  const submit = form.handleSubmit(async (values) => {
    const answer = await welcome(workspace, values)
    if (answer.ok) router.push(`/w/${workspace}`)
    else setRefusal(answer.message)
  })

  async function skip() {
    await skipWelcome(workspace, {})
    router.push(`/w/${workspace}`)
  }

  return (
    <Form onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
      {refusal && <Notice kind="error" live title={refusal} className="sm:col-span-2" />}
      <Field label="Your e-mail" error={errors.email?.message}>
        {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="username" />}
      </Field>
      <Field label="Password" hint="At least 8 characters." error={errors.password?.message}>
        {(control) => (
          <Input {...control} {...form.register('password')} type="password" autoComplete="new-password" />
        )}
      </Field>
      <Field label="Workspace name" error={errors.workspaceName?.message}>
        {(control) => <Input {...control} {...form.register('workspaceName')} />}
      </Field>
      <Field
        label="Time zone"
        hint="A day of your data is a day of this zone."
        error={errors.timeZone?.message}
      >
        {(control) => <TimeZoneSelect {...control} {...form.register('timeZone')} />}
      </Field>
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" variant="go" busy={isSubmitting}>
          Save and open the workspace
        </Button>
        <Button variant="quiet" onClick={() => void skip()}>
          Do this later
        </Button>
      </div>
    </Form>
  )
}
