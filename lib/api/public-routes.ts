import * as engagement from '@/lib/engagement/operations'
import * as events from '@/lib/events/operations'
import * as imports from '@/lib/imports/operations'
import * as people from '@/lib/people/operations'
import * as sources from '@/lib/sources/operations'
import * as workspaces from '@/lib/workspaces/operations'
import { getDraft, postModel, putDraft } from './draft-routes'
import { getRejects, postImport } from './import-routes'
import { type PublicRoute, route, withBody } from './route-table'

/** The public API (`/api/v1`), one line a call: what `api.md` promises, and who answers. */
export const publicRoutes: readonly PublicRoute[] = [
  route('GET', '/workspace', workspaces.getWorkspace),

  route('GET', '/events/catalog', events.eventCatalog),

  route('GET', '/people', people.listPeople),
  route('GET', '/people/{id}', people.getPerson),

  route('GET', '/sources', sources.listSources),
  route('POST', '/sources', sources.createSource, withBody),
  route('DELETE', '/sources/{id}', sources.revokeSource),

  route('GET', '/imports', imports.allImports),
  { method: 'POST', path: '/imports', operation: imports.beginImport, handle: postImport, rawBody: true },
  route('GET', '/imports/{id}', imports.getImport),
  route('DELETE', '/imports/{id}', imports.stopImport),
  route('POST', '/imports/{id}/resume', imports.continueImport, ({ params }) => params),
  { method: 'GET', path: '/imports/{id}/rejects', operation: imports.importRejects, handle: getRejects },

  route('GET', '/models', engagement.listModels),
  { method: 'POST', path: '/models', operation: engagement.createModel, handle: postModel },
  route('GET', '/models/{id}', engagement.getModel),
  { method: 'GET', path: '/models/{id}/draft', operation: engagement.getDraft, handle: getDraft },
  { method: 'PUT', path: '/models/{id}/draft', operation: engagement.putDraft, handle: putDraft },
  route('POST', '/models/{id}/publish', engagement.publishModel, withBody),
  route('GET', '/models/{id}/versions', engagement.listVersions),
  route('POST', '/models/{id}/runs', engagement.startRun, withBody),
  route('GET', '/models/{id}/snapshots', engagement.listSnapshots),
  route('GET', '/models/{id}/scores', engagement.listScores),
  route('GET', '/models/{id}/distribution', engagement.getDistribution),
  route('GET', '/runs', engagement.listRuns),
  route('GET', '/runs/{id}', engagement.getRun),
  route('DELETE', '/runs/{id}', engagement.cancelRun),
]
