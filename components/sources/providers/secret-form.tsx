'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { actionValue } from '@/lib/api/action-value'
import type { Provider } from '@/lib/ingest/esp/providers'
import { setSecret } from '@/lib/sources/providers/actions'
import { providersQuery } from '@/lib/sources/providers/client'
import { wordsOf } from '@/lib/sources/providers/provider-words'

type Props = { workspace: string; id: string; provider: Provider; hasSecret: boolean }

/** Gives a provider its secret, where it showed one only after the webhook was made, or another one. */
export function SecretForm({ workspace, id, provider, hasSecret }: Props) {
  const client = useQueryClient()
  const [secret, setText] = useState('')
  const save = useMutation({
    mutationFn: async () => actionValue(await setSecret(workspace, { id, secret })),
    onSuccess: async () => {
      setText('')
      await client.invalidateQueries(providersQuery(workspace))
    },
  })
  const { secretLabel, secret: kind } = wordsOf(provider)
  const hint =
    kind === 'shared secret'
      ? 'Then put it into the address at the provider, behind ?secret=, or send it as the password of HTTP Basic.'
      : 'From then on deliveries are checked against it alone.'
  return (
    <Form
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={hasSecret ? `Replace: ${secretLabel}` : secretLabel}
        hint={save.isSuccess ? 'The secret is stored.' : hint}
        error={save.error?.message}
        className="min-w-56 flex-1"
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs"
            value={secret}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="mt-5 h-8" busy={save.isPending} disabled={secret.trim() === ''}>
        Store the secret
      </Button>
    </Form>
  )
}
