'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { SecretOnce } from '@/components/ui/secret-once'
import { createSource } from '@/lib/sources/actions'
import { sourcesQuery } from '@/lib/sources/client'
import { keyNameSchema } from '@/lib/workspaces/schema'
import { Snippets } from './snippets'

const schema = z.object({ name: keyNameSchema })

/** Makes a source: its write key is shown once, in a snippet that works as it stands. */
export function ConnectSource({
  workspace,
  origin,
  may,
}: {
  workspace: string
  origin: string
  may: boolean
}) {
  const client = useQueryClient()
  const [secret, setSecret] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: 'My product' } })

  const submit = form.handleSubmit(async ({ name }) => {
    const answer = await createSource(workspace, { name })
    setRefusal(answer.ok ? undefined : answer.message)
    if (!answer.ok) return
    setSecret(answer.value.secret)
    await client.invalidateQueries(sourcesQuery(workspace))
  })

  return (
    <Card aria-labelledby="connect">
      <CardHeader
        id="connect"
        title="Send events"
        caption="Gravitas understands Segment’s public libraries as they are: only the address changes."
      />
      <CardBody className="grid gap-3">
        {may && (
          <Form onSubmit={submit} className="flex flex-wrap items-end gap-2">
            <Field label="Name of the source" error={form.formState.errors.name?.message} className="w-64">
              {(control) => <Input {...control} {...form.register('name')} />}
            </Field>
            <Button type="submit" busy={form.formState.isSubmitting} className="h-8">
              Make a write key
            </Button>
          </Form>
        )}
        {refusal && <Notice kind="error" live title={refusal} />}
        {secret && <SecretOnce label="Write key" secret={secret} />}
        <Snippets origin={origin} writeKey={secret} />
      </CardBody>
    </Card>
  )
}
