import { operation } from '@/lib/server/operation'
import { agreementOf } from './agreement'
import { listKnown } from './list-known-people'
import { saveKnown } from './save-known-people'
import * as schema from './schema'

export const listKnownPeople = operation({
  name: 'known-people.list',
  permission: 'people:read',
  input: schema.listKnownPeopleSchema,
  output: schema.knownPeopleOutput,
  run: listKnown,
})

export const saveKnownPeople = operation({
  name: 'known-people.save',
  permission: 'models:write',
  input: schema.saveKnownPeopleSchema,
  output: schema.knownPeopleOutput,
  run: saveKnown,
  audit: ({ id }, { items }) => ({ id, people: items.length }),
})

export const knownPeopleAgreement = operation({
  name: 'known-people.agreement',
  permission: 'people:read',
  input: schema.agreementSchema,
  output: schema.agreementOutput,
  run: agreementOf,
})
