import * as account from '@/lib/account/operations'
import * as accounts from '@/lib/accounts/operations'
import * as activity from '@/lib/activity/operations'
import * as contacts from '@/lib/contacts/operations'
import * as truncation from '@/lib/contacts/truncation/operations'
import * as contactsWhatIf from '@/lib/contacts/what-if/operations'
import * as demo from '@/lib/demo/operations'
import * as engagement from '@/lib/engagement/operations'
import * as events from '@/lib/events/operations'
import * as imports from '@/lib/imports/operations'
import * as knownPeople from '@/lib/known-people/operations'
import * as modelList from '@/lib/models/list/operations'
import * as models from '@/lib/models/operations'
import * as templates from '@/lib/models/templates/operations'
import * as people from '@/lib/people/operations'
import type { AnyOperation } from '@/lib/server/operation'
import * as sources from '@/lib/sources/operations'
import * as providers from '@/lib/sources/providers/operations'
import * as tierSteps from '@/lib/tier-steps/operations'
import * as whatIf from '@/lib/what-if/operations'
import * as workspaces from '@/lib/workspaces/operations'

/** Every operation of the product. What is not here has no door. */
export const operations: readonly AnyOperation[] = [
  account,
  activity,
  workspaces,
  demo,
  sources,
  providers,
  imports,
  engagement,
  events,
  people,
  accounts,
  contacts,
  knownPeople,
  tierSteps,
  models,
  modelList,
  templates,
  whatIf,
  contactsWhatIf,
  truncation,
].flatMap((feature) => Object.values<AnyOperation>(feature))

/** The reads by name: what `app/api/read/[operation]` answers. */
export const readOperations: ReadonlyMap<string, AnyOperation> = new Map(
  operations
    .filter((operation) => !operation.definition.writes)
    .map((operation) => [operation.definition.name, operation]),
)
