import type { z } from 'zod'
import { engagementModel } from '@/lib/engagement/known'
import { membersOf } from '@/lib/people/members'
import type { Context } from '@/lib/server/context'
import { askedDocument } from '@/lib/what-if/asked-document'
import { calledPeople } from '@/lib/what-if/called-people'
import { type Everybody, readEvaluated } from '@/lib/what-if/evaluated'
import { knownPeopleOf } from './list-known-people'
import { rankAgreement } from './rank-agreement'
import { ranksOf } from './ranks'
import { rowOfPerson } from './row-of-person'
import type { Agreement, agreementSchema } from './schema'

type Asked = z.output<typeof agreementSchema>

/** Draft and live score of each, who may stand in the rows under an id they had before they were merged. */
function scoresOf(
  people: readonly string[],
  members: ReadonlyMap<string, string>,
  { people: rows, evaluated, liveScores }: Everybody,
) {
  const all = [...members]
  return people.map((person) => {
    const others = all.flatMap(([id, counted]) => (counted === person ? [id] : []))
    const row = rowOfPerson(rows, [person, ...others])
    if (row === null) return { draft: null, live: null }
    const live = liveScores?.scores[row]
    return { draft: evaluated.scoreOf(row), live: live === undefined || Number.isNaN(live) ? null : live }
  })
}

/**
 * Where the known people of a model stand under a draft and under the live version, and how far each agrees with gut
 * feeling. Throws as a preview does: AppError `not_found`, `invalid` with the path in the document, `conflict`.
 */
export async function agreementOf(context: Context, { id, document: given }: Asked): Promise<Agreement> {
  const { draft } = await engagementModel(context, id)
  const document = askedDocument(draft, { document: given })
  const people = await knownPeopleOf(context, id)
  if (people.length === 0) {
    return { asOf: null, version: null, items: [], draft: rankAgreement([], id), live: null }
  }

  const [members, name] = await Promise.all([
    membersOf(context.workspace.id, people),
    calledPeople(context, people),
  ])
  const { ready, live, scores } = await readEvaluated(context, { modelId: id, document }, (everybody) => ({
    ...everybody,
    scores: scoresOf(people, members, everybody),
  }))
  const draftScores = scores.map((score) => score.draft)
  const liveScores = scores.map((score) => score.live)
  const [draftRanks, liveRanks] = [ranksOf(draftScores), ranksOf(liveScores)]
  return {
    asOf: ready.asOf,
    version: live?.version ?? null,
    items: people.map((person, index) => ({
      personId: name(person).personId,
      position: index + 1,
      draftScore: draftScores[index] ?? null,
      liveScore: liveScores[index] ?? null,
      draftRank: draftRanks[index] ?? null,
      liveRank: liveRanks[index] ?? null,
    })),
    draft: rankAgreement(draftScores, id),
    live: live && rankAgreement(liveScores, id),
  }
}
