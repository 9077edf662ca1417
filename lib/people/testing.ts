import { createModel, publishModel } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import {
  NOW,
  modelDocument,
  newWorkspace,
  storeEvents,
  storeIdentities,
  storeMerges,
  storeTraits,
} from '@/lib/engagement/testing'
import { loadHash64 } from '@/lib/ingest/hash64'
import { insertRows } from '@/lib/warehouse/insert-rows'

const day = 86_400_000

/**
 * A workspace with eight people: u1 to u5 with as many logins; june, whose user id is her e-mail; a visitor without a
 * name; and kai, who is a contact only. u1 has the e-mail ada@example.com and the name Ada Lovelace, and was anonymous
 * before; u5 is of the account acme.
 */
export async function makePeople() {
  const made = await newWorkspace({ lastOccurredAt: NOW })
  const workspace = made.id
  const login = (identity: string, times: number) =>
    Array.from({ length: times }, (_, n) => ({
      workspace,
      identity,
      name: 'login',
      at: NOW.getTime() - (n + 1) * day,
    }))
  await storeEvents([
    ...[1, 2, 3, 4, 5].flatMap((n) => login(`user:u${n}`, n)),
    ...login('user:june@example.com', 6),
    ...login('anon:visitor', 7),
    ...login('anon:early', 8),
  ])
  await storeIdentities([
    { workspace, identity: 'email:ada@example.com' },
    { workspace, identity: 'email:kai@example.com' },
  ])
  await storeMerges([
    { workspace, from: 'email:ada@example.com', to: 'user:u1' },
    { workspace, from: 'anon:early', to: 'user:u1' },
  ])
  await storeTraits([
    { workspace, identity: 'user:u1', key: 'email', value: 'ada@example.com' },
    { workspace, identity: 'user:u1', key: 'name', value: 'Ada Lovelace' },
    { workspace, identity: 'user:u2', key: 'plan', value: 'pro' },
  ])
  await joinAccount(workspace, 'user:u5', 'acme')
  return { ...made, score: () => score(made) }
}

export async function joinAccount(workspace: string, identity: string, account: string) {
  const hash = await loadHash64()
  await insertRows('person_accounts', [
    {
      workspace_id: workspace,
      person_id: String(hash(identity)),
      account_id: account,
      joined_at: NOW.toISOString(),
    },
  ])
}

/** Identities as if they came in after every run so far. */
export async function arriveLate(workspace: string, identities: readonly string[]) {
  const hash = await loadHash64()
  const first_seen = new Date(Date.now() + day).toISOString()
  await insertRows(
    'identities',
    identities.map((identity) => ({
      workspace_id: workspace,
      person_id: String(hash(identity)),
      identity,
      first_seen,
    })),
  )
}

/** Publishes a model and scores everybody with it; answers its id. */
async function score({ contextOf }: Awaited<ReturnType<typeof newWorkspace>>): Promise<string> {
  const { id } = await createModel(contextOf(), { document: modelDocument() })
  const { runId } = await publishModel(contextOf(), { id })
  await scoreRun({ runId })
  return id
}
