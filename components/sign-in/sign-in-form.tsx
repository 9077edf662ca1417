'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { signIn } from 'next-auth/react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { useHydrated } from '@/components/ui/use-hydrated'

const schema = z.object({
  email: z.email('Give your e-mail address.'),
  password: z.string().min(1, 'Give your password.'),
})

const problems: Record<string, string> = {
  'no-workspace': 'You are signed in, but a member of no workspace. Ask an owner to add you.',
  AccessDenied: 'This account is not known here. Ask an owner to add you.',
}

export function SignInForm({
  target,
  ssoName,
  problem,
}: {
  target: string
  ssoName?: string
  problem?: string
}) {
  const router = useRouter()
  const [refusal, setRefusal] = useState(
    problem && (problems[problem] ?? 'Signing in did not work. Try again.'),
  )
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } })
  const { errors, isSubmitting } = form.formState
  const { setFocus } = form
  const hydrated = useHydrated()
  useEffect(() => {
    if (hydrated) setFocus('email')
  }, [hydrated, setFocus])

  const submit = form.handleSubmit(async (values) => {
    const answer = await signIn('password', { ...values, redirect: false })
    if (answer?.ok) router.replace(target)
    else setRefusal('No account has this e-mail and password.')
  })

  return (
    <Form onSubmit={submit} className="grid gap-3">
      {refusal && <Notice kind="error" live title={refusal} />}
      <Field label="E-mail" error={errors.email?.message}>
        {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="username" />}
      </Field>
      <Field label="Password" error={errors.password?.message}>
        {(control) => (
          <Input
            {...control}
            {...form.register('password')}
            type="password"
            autoComplete="current-password"
          />
        )}
      </Field>
      <Button type="submit" variant="go" busy={isSubmitting}>
        Sign in
      </Button>
      {ssoName && (
        <Button onClick={() => void signIn('oidc', { callbackUrl: target })}>Sign in with {ssoName}</Button>
      )}
    </Form>
  )
}
