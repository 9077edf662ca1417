import type { z } from 'zod'
import { documentOf } from '@/lib/engagement/data'
import { isLive } from '@/lib/engagement/snapshot-data'
import { DAY_MS } from '@/lib/scoring/engagement/frame'
import { type Context, can } from '@/lib/server/context'
import { publicId } from './called'
import { type ScoresRow, findScoresOfRuns } from './data'
import type { Member } from './histories'
import { knownMembers } from './known-person'
import { maskId } from './mask-emails'
import { peopleRows } from './people-rows'
import { pointOf } from './person-at'
import { tierSince } from './tier-since'
import { personRfm } from './person-rfm'
import type { Person, getPersonSchema } from './schema'
import { type Shown, shownScores } from './shown-scores'
import { accountMean } from './sql/account-mean'
import { personIdentities, personTraits } from './sql/person-details'
import { personPoints } from './sql/person-points'

type OfScores = Pick<Person, 'tierSince' | 'tenureDays' | 'firstSeen' | 'rfm' | 'accountPeople'>

const nothing: OfScores = {
  tierSince: null,
  tenureDays: null,
  firstSeen: null,
  rfm: null,
  accountPeople: null,
}

/** What the newest scores say of a person beside the row of the list. */
async function ofScores(
  workspace: Context['workspace'],
  members: readonly Member[],
  row: ScoresRow,
): Promise<OfScores> {
  const { runId, asOf, versionId, modelId } = row
  const ids = members.map(({ id }) => BigInt(id))
  const points = await personPoints({ workspace: workspace.id, runs: [runId], ids, from: asOf, to: asOf })
  const point = pointOf(points, runId, members)
  if (!point) return nothing
  const { tenure, tier, account, state } = point
  const [since, rfm, [roll]] = await Promise.all([
    tierSince(workspace, members, { modelId, versionId, asOf, tier }),
    personRfm(workspace.id, point, asOf),
    account ? accountMean({ workspace: workspace.id, run: runId, account }) : [],
  ])
  const seen = state !== 'not-yet-seen' && tenure > 0
  return {
    tierSince: since,
    tenureDays: seen ? tenure : null,
    firstSeen: seen ? new Date(asOf.getTime() - tenure * DAY_MS) : null,
    rfm,
    accountPeople: roll ?? null,
  }
}

function modelOf({ model, stages }: Shown, { version }: ScoresRow): Person['model'] {
  const { tiers } = documentOf(version)
  return {
    ...model,
    stages,
    tiers: tiers.map(({ key, name, from, colour, strategy }) => ({ key, name, from, colour, strategy })),
  }
}

/**
 * One person by public id, or by an id that was merged into theirs. Whoever sees no e-mails cannot ask by one: the
 * answer is the same as for somebody who does not exist. Throws AppError `not_found`.
 */
export async function getPerson(
  context: Context,
  { id, model }: z.output<typeof getPersonSchema>,
): Promise<Person> {
  const unmasked = can(context, 'people:unmasked')
  const workspace = context.workspace.id
  const [{ person, members }, shown] = await Promise.all([
    knownMembers(context, id),
    shownScores(workspace, model),
  ])
  const ids = members.map((member) => BigInt(member.id))
  const [scores] = shown ? await findScoresOfRuns([shown.runId]) : []
  const [identities, traits, [row], told] = await Promise.all([
    personIdentities({ workspace, ids }),
    unmasked ? personTraits({ workspace, ids }) : [],
    peopleRows([person], shown, { workspace, unmasked }),
    scores ? ofScores(context.workspace, members, scores) : nothing,
  ])
  if (!row) throw new Error('a person came without a row')
  // Replaced while it was read: begin again.
  if (shown && !(await isLive(shown.runId))) return getPerson(context, { id, model })
  const shownId = (identity: string) => (unmasked ? publicId(identity) : maskId(publicId(identity)))
  return {
    ...row,
    ...told,
    model: shown && scores ? modelOf(shown, scores) : null,
    identities: identities.map(({ identity, firstSeen }) => ({ id: shownId(identity), firstSeen })),
    traits: Object.fromEntries(traits.map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    masked: !unmasked,
  }
}
