import { operation } from '@/lib/server/operation'
import { contactOf } from './get-contact'
import { contactPage as pageOfContact } from './contact-page'
import { changesOfContact } from './contact-changes'
import { contactsOverview as overviewOf } from './contacts-overview'
import { contactsToExport } from './export-contacts'
import { contactsPage } from './list-contacts'
import * as page from './page-schema'
import { makeUsualContactModel } from './current/publish-contact'
import * as schema from './schema'
import { simulateContact as simulationOf } from './simulate-contact'

export const listContacts = operation({
  name: 'contacts.list',
  permission: 'people:read',
  input: page.contactsListSchema,
  output: schema.contactsPageSchema,
  run: contactsPage,
})

export const getContact = operation({
  name: 'contacts.get',
  permission: 'people:read',
  input: schema.contactIdSchema,
  output: schema.contactSchema,
  run: contactOf,
})

export const simulateContact = operation({
  name: 'contacts.simulate',
  permission: 'people:read',
  input: schema.simulateSchema,
  output: schema.simulatedSchema,
  run: simulationOf,
})

export const contactChanges = operation({
  name: 'contacts.changes',
  permission: 'people:read',
  input: page.contactChangesSchema,
  output: page.contactChangesPageSchema,
  run: changesOfContact,
})

export const contactsOverview = operation({
  name: 'contacts.overview',
  permission: 'people:read',
  input: schema.contactsOfModelSchema,
  output: schema.contactsOverviewSchema,
  run: overviewOf,
})

/** For the page alone: what it needs to draw the path and to simulate by itself. */
export const contactPage = operation({
  name: 'contacts.page',
  permission: 'people:read',
  input: schema.contactIdSchema,
  run: pageOfContact,
})

/** Personal data leaves the product: audited, and not for those who see people masked. */
export const exportContacts = operation({
  name: 'exports.contacts',
  permission: 'people:unmasked',
  input: page.exportContactsSchema,
  run: contactsToExport,
  // The search may be somebody's address.
  audit: ({ model, list, stars }, { version, contacts }) => ({ model, list, stars, version, contacts }),
})

export const makeUsualModel = operation({
  name: 'contacts.make-usual-model',
  permission: 'models:write',
  input: page.usualModelSchema,
  output: page.madeModelSchema,
  run: ({ workspace, actor, now }) => makeUsualContactModel(workspace.id, actor.label, now),
  audit: (_, { id, version }) => ({ id, version }),
})
