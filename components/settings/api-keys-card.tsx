'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader, CardTable } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { SecretOnce } from '@/components/ui/secret-once'
import { Select } from '@/components/ui/select'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { actionValue } from '@/lib/api/action-value'
import { createKey, revokeKey } from '@/lib/workspaces/actions'
import { type ApiKeys, apiKeysQuery } from '@/lib/workspaces/client'
import { createApiKeySchema, roles } from '@/lib/workspaces/schema'
import { RevokeButton } from './revoke-button'

type Props = { workspace: string; zone: string; origin: string; initial: ApiKeys }

/** Keys for the HTTP API; each carries a role. */
export function ApiKeysCard({ workspace, zone, origin, initial }: Props) {
  const client = useQueryClient()
  const { data } = useQuery({ ...apiKeysQuery(workspace), initialData: initial })
  const [secret, setSecret] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const form = useForm({
    resolver: zodResolver(createApiKeySchema),
    defaultValues: { name: '', role: 'viewer' as const },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    const answer = await createKey(workspace, values)
    setRefusal(answer.ok ? undefined : answer.message)
    if (!answer.ok) return
    setSecret(answer.value.secret)
    form.reset()
    await client.invalidateQueries(apiKeysQuery(workspace))
  })

  async function revoke(id: string) {
    actionValue(await revokeKey(workspace, { id }))
    await client.invalidateQueries(apiKeysQuery(workspace))
  }

  return (
    <Card aria-labelledby="api-keys">
      <CardHeader
        id="api-keys"
        title="API keys"
        caption="A key carries a role; it sees and does what that role may."
      />
      <CardBody className="grid gap-3">
        <Form onSubmit={submit} className="flex flex-wrap items-end gap-2">
          <Field label="Name of the key" error={errors.name?.message} className="w-64">
            {(control) => <Input {...control} {...form.register('name')} placeholder="Nightly export" />}
          </Field>
          <Field label="Role" className="w-36">
            {(control) => (
              <Select
                {...control}
                {...form.register('role')}
                options={roles.map((role) => ({ value: role, label: role }))}
              />
            )}
          </Field>
          <Button type="submit" busy={isSubmitting} className="h-8">
            Make an API key
          </Button>
        </Form>
        {refusal && <Notice kind="error" live title={refusal} />}
        {secret && <SecretOnce label="API key" secret={secret} />}
        <CodeBlock
          label="curl"
          code={`curl ${origin}/api/v1/workspace -H 'authorization: Bearer ${secret ?? 'YOUR_API_KEY'}'`}
        />
      </CardBody>
      {data.items.length === 0 ? (
        <EmptyState title="No API keys yet">
          A key lets your own programs read scores and start imports.
        </EmptyState>
      ) : (
        <CardTable>
          <Table label="API keys">
            <thead>
              <tr>
                <Th>Name</Th>
                <Th>Key</Th>
                <Th>Role</Th>
                <Th>Made</Th>
                <Th>Last used</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((key) => (
                <Tr key={key.id}>
                  <Th scope="row">{key.name}</Th>
                  <Td className="font-mono text-xs">{key.prefix}</Td>
                  <Td>{key.role}</Td>
                  <Td quiet>
                    <Time at={key.createdAt} zone={zone} as="day" />
                  </Td>
                  <Td quiet>{key.lastUsedAt ? <Time at={key.lastUsedAt} zone={zone} /> : 'never'}</Td>
                  <Td className="text-right">
                    {key.revokedAt ? (
                      <Badge>Revoked</Badge>
                    ) : (
                      <RevokeButton
                        what={`the key ${key.name}`}
                        consequence="Programs that use it are refused from now on."
                        onRevoke={() => revoke(key.id)}
                      />
                    )}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
    </Card>
  )
}
