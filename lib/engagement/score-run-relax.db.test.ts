import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createModel, publishModel, startRun } from '@/lib/models/operations'
import { listScores } from './operations'
import { scoreRun } from './score-run'
import { modelDocument, newWorkspace, storeEvents } from './testing'

const file = path.join(process.env.GRAVITAS_TEST_DATA ?? '../shared/data', 'relax/events.csv')
const absent = !existsSync(file)

const AS_OF = Date.parse('2014-05-01T00:00:00Z')
const DAY = 24 * 60 * 60 * 1000

type Person = { logins: number; invites: number; active: boolean }
type Expected = { raw: number; score: number; tier: string }

/** The same scores, computed from the file with nothing of the product. */
function computedFromTheFile(lines: readonly string[][]): Map<string, Expected> {
  const people = new Map<string, Person>()
  for (const [user = '', event, ts = ''] of lines) {
    const age = AS_OF - Date.parse(ts)
    if (age <= 0) continue
    const person = people.get(user) ?? { logins: 0, invites: 0, active: false }
    people.set(user, person)
    if (age <= 90 * DAY) person.active = true
    if (age <= 30 * DAY && event === 'login') person.logins += 1
    if (age <= 30 * DAY && event === 'invite_accepted_by_other') person.invites += 1
  }
  const active = [...people].filter(([, person]) => person.active)
  const rawOf = ({ logins, invites }: Person) => 1 * logins + 3 * invites
  const raws = active.map(([, person]) => rawOf(person))

  const scores = new Map<string, Expected>()
  for (const [user, person] of active) {
    const raw = rawOf(person)
    const below = raws.filter((other) => other < raw).length
    const equal = raws.filter((other) => other === raw).length
    const score = raw > 0 ? (100 * (below + equal / 2)) / raws.length : 0
    scores.set(user, { raw, score, tier: score < 20 ? 'at-risk' : score < 80 ? 'regular' : 'power' })
  }
  return scores
}

test.skipIf(absent)(
  `a real log of 226,334 events is scored as computed from its file${absent ? ` (skipped: ${file} is not there)` : ''}`,
  { timeout: 120_000 },
  async () => {
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','))
    expect(lines).toHaveLength(226_334)
    const { id: workspace, contextOf } = await newWorkspace()
    await storeEvents(
      lines.map(([user, name = '', ts = '']) => ({
        workspace,
        identity: `user:${user}`,
        name,
        at: Date.parse(ts),
      })),
    )

    const { id } = await createModel(contextOf(), {
      document: modelDocument({
        window: { days: 30 },
        population: { activeWithinDays: 90, graceDays: 0 },
        behaviors: [
          { key: 'login', match: { events: ['login'] }, weight: 1 },
          { key: 'invite', match: { events: ['invite_accepted_by_other'] }, weight: 3 },
        ],
        lifecycle: { ownBaseline: false, blendDays: 0 },
      }),
    })
    await publishModel(contextOf(), { id })
    const run = await startRun(contextOf(), { id, asOf: '2014-05-01T00:00:00Z' })
    await scoreRun({ runId: run.id })

    const expected = computedFromTheFile(lines)
    const { items } = await listScores(contextOf(), { id, asOf: '2014-05-01T00:00:00Z', limit: 10_000 })
    expect(items.map(({ personId }) => personId).sort()).toEqual([...expected.keys()].sort())
    const wrong = items.filter(({ personId, raw, score, tier }) => {
      const one = expected.get(personId)
      return raw !== one?.raw || Math.abs((score ?? -1) - one.score) > 1e-9 || tier !== one.tier
    })
    expect(wrong).toEqual([])
  },
)
