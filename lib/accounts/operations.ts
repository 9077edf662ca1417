import { operation } from '@/lib/server/operation'
import { getAccount as findAccount } from './get-account'
import { listAccounts as findAccounts } from './list-accounts'
import { accountDetailsSchema, accountsPageSchema, getAccountSchema, listAccountsSchema } from './schema'

export const listAccounts = operation({
  name: 'accounts.list',
  permission: 'people:read',
  input: listAccountsSchema,
  output: accountsPageSchema,
  run: findAccounts,
})

export const getAccount = operation({
  name: 'accounts.get',
  permission: 'people:read',
  input: getAccountSchema,
  output: accountDetailsSchema,
  run: findAccount,
})
