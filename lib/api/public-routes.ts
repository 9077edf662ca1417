import * as accounts from '@/lib/accounts/operations'
import * as contacts from '@/lib/contacts/operations'
import * as engagement from '@/lib/engagement/operations'
import * as events from '@/lib/events/operations'
import * as imports from '@/lib/imports/operations'
import * as knownPeople from '@/lib/known-people/operations'
import * as models from '@/lib/models/operations'
import * as templates from '@/lib/models/templates/operations'
import * as people from '@/lib/people/operations'
import * as sources from '@/lib/sources/operations'
import * as providers from '@/lib/sources/providers/operations'
import * as tierSteps from '@/lib/tier-steps/operations'
import * as whatIf from '@/lib/what-if/operations'
import * as workspaces from '@/lib/workspaces/operations'
import { getDraft, postModel, postedModel, putDraft } from './draft-routes'
import { getRejects, importQuery, postImport } from './import-routes'
import { postPreview, previewAnswer } from './preview-route'
import { getVersion } from './version-routes'
import { type PublicRoute, fromPath, route, withBody } from './route-table'

/** The public API (`/api/v1`), one line a call: what `api.md` promises, and who answers. */
export const publicRoutes: readonly PublicRoute[] = [
  route(
    'GET',
    '/workspace',
    workspaces.getWorkspace,
    'Name, time zone, counts of people and events, last event',
  ),

  route(
    'GET',
    '/events/catalog',
    events.eventCatalog,
    'Every event name with its volume, people and properties',
  ),

  route('GET', '/people', people.listPeople, 'People by search, tier, stage, state and account, in an order'),
  route(
    'GET',
    '/people/conflicts',
    people.listConflicts,
    'E-mails and anonymous ids that several people claim, the newest first',
  ),
  route('GET', '/people/{id}', people.getPerson, 'One person: identities, traits, and what they score now'),
  route('GET', '/people/{id}/scores', people.personPath, 'The weekly scores of a person over twelve months'),
  route(
    'GET',
    '/people/{id}/explanation',
    people.explainPerson,
    'Why a person scores what they score and, with `from`, why that changed',
  ),
  route(
    'GET',
    '/people/{id}/events',
    people.personTimeline,
    'What a person did, the newest first, with what each event is worth',
  ),
  route(
    'GET',
    '/people/{id}/identities',
    people.getIdentities,
    'The ids of a person: since when, how and by whom they came together or were taken apart',
  ),
  route(
    'POST',
    '/people/{id}/merge',
    people.mergePerson,
    'Makes two people one; the next run scores them as one',
    withBody,
  ),
  route(
    'POST',
    '/people/{id}/unmerge',
    people.unmergePerson,
    'Makes an id a person of its own again; the next run scores it apart',
    withBody,
  ),

  route('GET', '/accounts', accounts.listAccounts, 'Accounts with the roll-up of their people’s scores'),
  route('GET', '/accounts/{id}', accounts.getAccount, 'One account: its traits, roll-up, tiers and states'),

  route(
    'GET',
    '/contacts',
    contacts.listContacts,
    'Contacts by stars, list and search, in an order; 409 `rebuilding` while everybody is being rated',
  ),
  route(
    'GET',
    '/contacts/overview',
    contacts.contactsOverview,
    'How many contacts have how many stars, now and by week; who changed stars, who is near a cut, and what machines did',
  ),
  route(
    'GET',
    '/contacts/{id}',
    contacts.getContact,
    'One contact, by e-mail or id: score and stars, the actions they are made of, and those that do not count',
  ),
  route(
    'GET',
    '/contacts/{id}/changes',
    contacts.contactChanges,
    'Changes of the stars of a contact with what caused them, the newest first',
  ),
  route(
    'POST',
    '/contacts/{id}/simulate',
    contacts.simulateContact,
    'The contact if these actions came next; nothing is stored',
    withBody,
  ),

  route('GET', '/sources', sources.listSources, 'Write keys, and what came in by each'),
  route(
    'POST',
    '/sources',
    sources.createSource,
    'Makes a write key; its secret is in this answer only',
    withBody,
  ),
  route('DELETE', '/sources/{id}', sources.revokeSource, 'Revokes a write key'),

  route('GET', '/providers', providers.listProviders, 'E-mail providers, and what each delivered in 30 days'),
  route(
    'POST',
    '/providers',
    providers.createProvider,
    'Connects an e-mail provider; answers the address that it has to deliver to',
    withBody,
  ),
  route('DELETE', '/providers/{id}', providers.disableProvider, 'Closes the address of a provider'),
  route(
    'PUT',
    '/providers/{id}/secret',
    providers.setSecret,
    'Stores the secret that proves a provider’s deliveries',
    withBody,
  ),
  route(
    'GET',
    '/providers/{id}/deliveries',
    providers.listDeliveries,
    'What a provider delivered, the newest first, with totals of 30 days',
  ),
  route(
    'POST',
    '/providers/{id}/test',
    providers.testProvider,
    'Has a made delivery checked and read; it is counted nowhere',
    fromPath,
  ),

  route('GET', '/imports', imports.allImports, 'Imports, the newest first'),
  {
    method: 'POST',
    path: '/imports',
    operation: imports.beginImport,
    does: 'Imports a file of CSV or NDJSON (gzip too), as the raw body or as `file` of a form',
    handle: postImport,
    place: 'query',
    fields: importQuery,
    body: 'file',
  },
  route('GET', '/imports/{id}', imports.getImport, 'How far an import is, and what it accepted and refused'),
  route('DELETE', '/imports/{id}', imports.stopImport, 'Cancels an import'),
  route('POST', '/imports/{id}/resume', imports.continueImport, 'Goes on where an import stopped', fromPath),
  {
    method: 'GET',
    path: '/imports/{id}/rejects',
    operation: imports.importRejects,
    does: 'The refused rows with their reasons',
    handle: getRejects,
    place: 'path',
    answers: 'csv',
  },

  route('GET', '/templates', templates.listTemplates, 'Models to begin with, and the behaviors they look at'),
  route('GET', '/models', models.listModels, 'Models, with their newest version'),
  {
    method: 'POST',
    path: '/models',
    operation: models.createModel,
    does: 'Makes a model; the body, a model document, becomes its draft',
    handle: postModel,
    place: 'path',
    body: 'document',
    answers: postedModel,
    tagged: true,
  },
  route('GET', '/models/{id}', models.getModel, 'One model, with its newest version'),
  {
    method: 'GET',
    path: '/models/{id}/draft',
    operation: models.getDraft,
    does: 'The draft of a model: the document as it is edited',
    handle: getDraft,
    place: 'path',
    answers: 'document',
    tagged: true,
  },
  {
    method: 'PUT',
    path: '/models/{id}/draft',
    operation: models.putDraft,
    does: 'Changes the draft of a model; the body is the whole document',
    handle: putDraft,
    place: 'path',
    body: 'document',
    answers: 'document',
    tagged: true,
  },
  route(
    'POST',
    '/models/{id}/publish',
    models.publishModel,
    'Makes the draft the next version, and runs it',
    withBody,
  ),
  {
    method: 'POST',
    path: '/models/{id}/preview',
    operation: whatIf.previewModel,
    does: 'What a document, or a change to the draft, would do to everybody; nothing is stored',
    handle: postPreview,
    answers: previewAnswer,
    place: 'body',
    body: 'fields or document',
  },
  route('GET', '/models/{id}/versions', models.listVersions, 'The versions of a model, the newest first'),
  {
    method: 'GET',
    path: '/models/{id}/versions/{version}',
    operation: models.getVersion,
    does: 'The document of a version, as it was published',
    handle: getVersion,
    place: 'path',
    answers: 'document',
  },
  route(
    'GET',
    '/models/{id}/version-history',
    models.listVersionHistory,
    'The versions of a model with what each changed, in words, and whom it has scored',
  ),
  route(
    'POST',
    '/models/{id}/roll-back',
    models.rollBackModel,
    'Publishes the document of an earlier version as the next one, and runs it',
    withBody,
  ),
  route(
    'GET',
    '/models/{id}/compare',
    models.compare,
    'Two versions on one date: tiers, who stands where under each, and who moves most',
  ),
  route(
    'POST',
    '/models/{id}/duplicate',
    models.duplicateModel,
    'Makes a new model with the document of this one as its draft',
    withBody,
  ),
  route(
    'POST',
    '/models/{id}/archive',
    models.archiveModel,
    'Takes a model out of use: it is not scored any more',
    fromPath,
  ),
  route(
    'POST',
    '/models/{id}/restore',
    models.restoreModel,
    'Takes an archived model back into use',
    fromPath,
  ),
  route(
    'GET',
    '/models/{id}/history',
    models.listModelHistory,
    'Who did what with a model, the newest first',
  ),
  route(
    'POST',
    '/models/{id}/runs',
    models.startRun,
    'Scores now, at an instant, or at each day or week between two; of a contact model, rates all contacts again',
    withBody,
  ),
  route(
    'POST',
    '/models/{id}/restate',
    engagement.restateModel,
    'Makes the weekly scores of the past year again',
    withBody,
  ),
  route('GET', '/models/{id}/snapshots', engagement.listSnapshots, 'The instants a model has scores of'),
  route('GET', '/models/{id}/scores', engagement.listScores, 'The scores of everybody at an instant'),
  route(
    'GET',
    '/models/{id}/distribution',
    engagement.getDistribution,
    'The histogram, tiers and states at an instant',
  ),
  route('GET', '/models/{id}/tiers', engagement.tiersOverTime, 'People in each tier, week by week'),
  route('GET', '/models/{id}/movers', engagement.listMovers, 'The people whose score changed most'),
  route(
    'GET',
    '/models/{id}/migration',
    engagement.getMigration,
    'How many people went from which tier or state to which between two instants',
  ),
  route(
    'GET',
    '/models/{id}/tier-steps',
    tierSteps.tierSteps,
    'What the people of each tier did less than those of the tier above',
  ),
  route(
    'GET',
    '/models/{id}/known-people',
    knownPeople.listKnownPeople,
    'The people the team knows well, in the order of gut feeling',
  ),
  route(
    'PUT',
    '/models/{id}/known-people',
    knownPeople.saveKnownPeople,
    'Says who the team knows well, the best first',
    withBody,
  ),
  route(
    'POST',
    '/models/{id}/known-people/agreement',
    knownPeople.knownPeopleAgreement,
    'How far the draft, or a document, and the live version put the known people into that order',
    withBody,
  ),
  route('GET', '/runs', engagement.listRuns, 'Runs, the newest first'),
  route('GET', '/runs/{id}', engagement.getRun, 'How far a run is'),
  route('DELETE', '/runs/{id}', engagement.cancelRun, 'Cancels a run, or all that were asked for together'),
]
