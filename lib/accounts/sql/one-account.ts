import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { rollUpParams, rollUpRow, rolledUp } from './rolled-up'

const ofIt = 'account_id = {account:String}'

/** One account with its roll-up; no row for one nobody ever named. */
export const oneAccount = (scored: boolean) =>
  defineQuery({
    name: 'one-account',
    params: rollUpParams.extend({ account: z.string() }),
    row: rollUpRow,
    sql: rolledUp(scored, ofIt),
  })

/** The newest value of every trait of an account, JSON; removed ones are left out. */
export const accountTraits = defineQuery({
  name: 'account-traits',
  params: z.object({ workspace: z.uuid(), account: z.string() }),
  row: z.object({ key: z.string(), value: z.string() }),
  sql: `
    SELECT key, argMax(account_traits.value, (set_at, account_traits.value)) AS value FROM account_traits
    WHERE workspace_id = {workspace:UUID} AND ${ofIt} GROUP BY key HAVING value != 'null' ORDER BY key`,
})

/** How many people of an account a run has in each tier and state. */
export const accountStandings = defineQuery({
  name: 'account-standings',
  params: z.object({ workspace: z.uuid(), run: z.uuid(), account: z.string() }),
  row: z.object({ state: z.string(), tier: z.string(), people: z.coerce.number() }),
  sql: `
    SELECT state, tier, count() AS people FROM scores
    WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND ${ofIt}
    GROUP BY state, tier`,
})
