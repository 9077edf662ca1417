import { operation } from '@/lib/server/operation'
import { mergePeople, separatePerson } from './change-people'
import { listConflicts as findConflicts } from './conflicts'
import { explainPerson as findExplanation } from './explain-person'
import { getPerson as findPerson } from './get-person'
import * as identity from './identity-schema'
import { listPeople as findPeople } from './list-people'
import { personIdentities } from './person-identities'
import { personPath as findPath } from './person-path'
import { personTimeline as findTimeline } from './person-timeline'
import * as schema from './schema'

export const listPeople = operation({
  name: 'people.list',
  permission: 'people:read',
  input: schema.listPeopleSchema,
  output: schema.peoplePageSchema,
  run: findPeople,
})

export const getPerson = operation({
  name: 'people.get',
  permission: 'people:read',
  input: schema.getPersonSchema,
  output: schema.personSchema,
  run: findPerson,
})

export const personPath = operation({
  name: 'people.path',
  permission: 'people:read',
  input: schema.personPathSchema,
  output: schema.pathOutput,
  run: findPath,
})

export const explainPerson = operation({
  name: 'people.explain',
  permission: 'people:read',
  input: schema.explainPersonSchema,
  output: schema.explanationOutput,
  run: findExplanation,
})

export const personTimeline = operation({
  name: 'people.timeline',
  permission: 'people:read',
  input: schema.timelineSchema,
  output: schema.timelineOutput,
  run: findTimeline,
})

export const mergePerson = operation({
  name: 'people.merge',
  permission: 'people:merge',
  input: identity.mergePersonSchema,
  output: identity.mergedPersonSchema,
  run: mergePeople,
  audit: ({ id, into }, { at }) => ({ id, into, at }),
})

export const unmergePerson = operation({
  name: 'people.unmerge',
  permission: 'people:merge',
  input: identity.identityOfPersonSchema,
  output: identity.separatedPersonSchema,
  run: separatePerson,
  audit: ({ id }, { from, at }) => ({ id, from, at }),
})

export const getIdentities = operation({
  name: 'people.identities',
  permission: 'people:read',
  input: identity.identityOfPersonSchema,
  output: identity.identitiesOfPersonSchema,
  run: personIdentities,
})

export const listConflicts = operation({
  name: 'people.conflicts',
  permission: 'people:read',
  input: identity.listConflictsSchema,
  output: identity.conflictsSchema,
  run: findConflicts,
})
