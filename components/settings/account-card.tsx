'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { changeAccount } from '@/lib/account/actions'
import { accountSchema } from '@/lib/account/schema'

export function AccountCard({ workspace, email, role }: { workspace: string; email: string; role: string }) {
  const router = useRouter()
  const [said, setSaid] = useState<{ kind: 'info' | 'error'; text: string }>()
  const form = useForm({ resolver: zodResolver(accountSchema), defaultValues: { email, password: '' } })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    const answer = await changeAccount(workspace, values)
    setSaid(answer.ok ? { kind: 'info', text: 'Saved.' } : { kind: 'error', text: answer.message })
    if (!answer.ok) return
    form.reset({ email: values.email, password: '' })
    router.refresh()
  })

  return (
    <Card aria-labelledby="account">
      <CardHeader id="account" title="Your sign-in" caption={`Your role in this workspace: ${role}.`} />
      <CardBody>
        <Form onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
          <Field label="E-mail" error={errors.email?.message}>
            {(control) => (
              <Input {...control} {...form.register('email')} type="email" autoComplete="username" />
            )}
          </Field>
          <Field label="New password" hint="At least 8 characters." error={errors.password?.message}>
            {(control) => (
              <Input
                {...control}
                {...form.register('password')}
                type="password"
                autoComplete="new-password"
              />
            )}
          </Field>
          {said && <Notice kind={said.kind} live title={said.text} className="sm:col-span-2" />}
          <div className="sm:col-span-2">
            <Button type="submit" busy={isSubmitting}>
              Save the sign-in
            </Button>
          </div>
        </Form>
      </CardBody>
    </Card>
  )
}
