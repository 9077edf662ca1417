'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { actionValue } from '@/lib/api/action-value'
import type { Provider } from '@/lib/ingest/esp/providers'
import { createProvider } from '@/lib/sources/providers/actions'
import { providersQuery } from '@/lib/sources/providers/client'
import { providerNames, wordsOf } from '@/lib/sources/providers/provider-words'
import { ConnectSteps } from './connect-steps'

const options = providerNames.map((value) => ({ value, label: wordsOf(value).name }))

/** Connects a provider: which one, its secret, then the address and what to do with it there. */
export function AddProviderDialog({ workspace }: { workspace: string }) {
  const formId = useId()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [provider, setProvider] = useState<Provider>('sendgrid')
  const [name, setName] = useState<string>()
  const [secret, setSecret] = useState('')
  const words = wordsOf(provider)
  const create = useMutation({
    mutationFn: async () =>
      actionValue(
        await createProvider(workspace, {
          provider,
          name: name ?? words.name,
          secret: words.secret === 'none' ? undefined : secret,
        }),
      ),
    onSuccess: () => client.invalidateQueries(providersQuery(workspace)),
  })

  function change(next: boolean) {
    setOpen(next)
    if (next) return
    create.reset()
    setName(undefined)
    setSecret('')
  }

  const made = create.data
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made ? `${words.name} is ready to deliver` : 'Add an e-mail provider'}
      description={made ? undefined : 'It tells by webhook what became of each message.'}
      trigger={<Button>Add a provider</Button>}
      footer={
        made ? (
          <DialogClose asChild>
            <Button variant="go">Done</Button>
          </DialogClose>
        ) : (
          <>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="go" type="submit" form={formId} busy={create.isPending}>
              Add {words.name}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <ConnectSteps provider={provider} url={made.url} />
      ) : (
        <Form
          id={formId}
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            create.mutate()
          }}
        >
          <Field label="Provider">
            {(control) => (
              <Select
                {...control}
                options={options}
                value={provider}
                onChange={(event) => {
                  setProvider(event.target.value as Provider)
                  setSecret('')
                  create.reset()
                }}
              />
            )}
          </Field>
          <Field label="Name" hint="To tell it from others of the same provider.">
            {(control) => (
              <Input
                {...control}
                maxLength={80}
                value={name ?? words.name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          {words.secret === 'none' ? (
            <p className="text-xs text-ink-3">{words.secretHint}</p>
          ) : (
            <Field label={words.secretLabel} hint={words.secretHint} optional>
              {(control) =>
                words.secret === 'public key' ? (
                  <Textarea
                    {...control}
                    rows={3}
                    className="font-mono text-xs"
                    value={secret}
                    onChange={(event) => setSecret(event.target.value)}
                  />
                ) : (
                  <Input
                    {...control}
                    autoComplete="off"
                    spellCheck={false}
                    className="font-mono text-xs"
                    value={secret}
                    onChange={(event) => setSecret(event.target.value)}
                  />
                )
              }
            </Field>
          )}
          {create.isError && <Notice kind="error" live title={create.error.message} />}
        </Form>
      )}
    </Dialog>
  )
}
