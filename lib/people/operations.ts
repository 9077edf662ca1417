import { operation } from '@/lib/server/operation'
import { getPerson as findPerson } from './get-person'
import { listPeople as findPeople } from './list-people'
import { getPersonSchema, listPeopleSchema } from './schema'

export const listPeople = operation({
  name: 'people.list',
  permission: 'people:read',
  input: listPeopleSchema,
  run: findPeople,
})

export const getPerson = operation({
  name: 'people.get',
  permission: 'people:read',
  input: getPersonSchema,
  run: findPerson,
})
