// A workspace as large as the product is made for, written straight into the tables inside the engine.

/** The last instant that anything happened, and days of activity before it. */
const end = '2026-06-01 00:00:00'
const days = 120

const settings = { max_threads: '2', max_partitions_per_insert_block: 1000 }

export const model = {
  kind: 'engagement',
  name: 'Bench',
  population: { graceDays: 3 },
  behaviors: Array.from({ length: 10 }, (_, i) => ({
    key: `b${i}`,
    name: `Behavior ${i}`,
    match: { events: [`Event ${i}`] },
    measure: [{ type: 'count' }, { type: 'days' }, { type: 'once' }, { type: 'sum', property: 'value' }][
      i % 4
    ],
    ...(i % 2 === 0 && { kernel: { type: 'half-life', days: 14 } }),
    weight: 1 + i,
  })),
}

/** How many of each there are, for so many people. */
export function sizesOf(people) {
  const visitors = Math.floor(people / 20)
  return {
    people,
    /** Anonymous, and never anything else; the others are users. */
    visitors,
    users: people - visitors,
    /** Users who were anonymous before, and users whose e-mail is one of their ids. */
    anonymous: Math.floor(people * 0.3),
    mailed: Math.floor(people * 0.6),
    /** E-mails that two users claim. */
    conflicts: Math.floor(people / 50),
    accounts: Math.floor(people / 50),
    events: people * 8,
  }
}

const numbered = (prefix, who) => `concat('${prefix}', toString(${who}))`
const user = (who) => numbered('user:p', who)
const email = (who) => `concat('email:p', toString(${who}), '@example.org')`
const shared = (who) => `concat('email:shared', toString(${who}), '@example.org')`
const anonymous = (who) => numbered('anon:a', who)
const visitor = (who) => numbered('anon:v', who)

/** Days after the first one on which somebody signed up: half of the people on the first. */
const signedUp = (who) => `if(cityHash64(${who}, 7) % 2 = 0, 0, cityHash64(${who}, 8) % ${days - 1})`
const start = `(toDateTime64('${end}', 3, 'UTC') - toIntervalDay(${days}))`
const firstSeen = (who) => `${start} + toIntervalDay(${signedUp(who)})`

/** People, their ids, traits and accounts, and what they did. */
export async function fillLargeWorkspace({ warehouse, state, workspace }, sizes) {
  const insert = (into, select) =>
    warehouse.command({ query: `INSERT INTO ${into} ${select}`, clickhouse_settings: settings })
  const { users, visitors, anonymous: known, mailed, conflicts, accounts, events, people } = sizes

  const identities = (identity, count) =>
    insert(
      'identities (workspace_id, person_id, identity, first_seen)',
      `SELECT '${workspace}', xxHash64(${identity('number')}), ${identity('number')}, ${firstSeen('number')} FROM numbers(${count})`,
    )
  await identities(user, users)
  await identities(visitor, visitors)
  await identities(anonymous, known)
  await identities(email, mailed)
  await identities(shared, conflicts)

  const claims = (kind, from, to, count) =>
    insert(
      'identity_claims (workspace_id, from_id, to_id, kind, claimed_at)',
      `SELECT '${workspace}', xxHash64(${from}), xxHash64(${to}), '${kind}', ${firstSeen('number')} FROM numbers(${count})`,
    )
  const merges = (from, count) =>
    insert(
      'person_overrides (workspace_id, from_id, to_id, updated_at)',
      `SELECT '${workspace}', xxHash64(${from}), xxHash64(${user('number')}), ${firstSeen('number')} FROM numbers(${count})`,
    )
  await claims('anonymous', anonymous('number'), user('number'), known)
  await claims('email', email('number'), user('number'), mailed)
  await claims('email', shared('number'), user('2 * number'), conflicts)
  await claims('email', shared('number'), user('2 * number + 1'), conflicts)
  await merges(anonymous('number'), known)
  await merges(email('number'), mailed)

  const traits = (key, value, count) =>
    insert(
      'person_traits (workspace_id, person_id, key, value, set_at)',
      `SELECT '${workspace}', xxHash64(${user('number')}), '${key}', ${value}, ${firstSeen('number')} FROM numbers(${count})`,
    )
  await traits('email', `concat('"p', toString(number), '@example.org"')`, users)
  await traits('name', `concat('"Ada ', toString(cityHash64(number) % 100000), ' Lovelace"')`, users)
  await traits('plan', `if(number % 3 = 0, '"pro"', '"free"')`, users)
  await insert(
    'person_accounts (workspace_id, person_id, account_id, joined_at)',
    `SELECT '${workspace}', xxHash64(${user('number')}), concat('account-', toString(number % ${accounts})), ${firstSeen('number')} FROM numbers(${mailed})`,
  )
  await insert(
    'account_traits (workspace_id, account_id, key, value, set_at)',
    `SELECT '${workspace}', concat('account-', toString(number)), 'name', concat('"Company ', toString(number), '"'), ${start} FROM numbers(${accounts})`,
  )

  const identity = `multiIf(who >= ${users}, ${visitor(`(who - ${users})`)}, who < ${known} AND number % 10 = 0, ${anonymous('who')}, ${user('who')})`
  const share = `(cityHash64(number, 1) % 1000000 / 1000000.)`
  const at = `toDateTime64('${end}', 3, 'UTC') - toIntervalMillisecond(1 + toUInt64(${share} * (${days} - ${signedUp('who')}) * 86400000))`
  await insert(
    'events (workspace_id, person_id, occurred_at, event_id, kind, name, properties, source_id, source_kind, received_at)',
    `SELECT '${workspace}', xxHash64(${identity}), ${at} AS at, toString(number), 'track',
       concat('Event ', toString(intDiv(cityHash64(number, 2) % 100, 10))),
       concat('{"title":"Weekly revenue of the north","value":', toString(cityHash64(number, 5) % 100), '}'),
       '${workspace}', 'import', at
     FROM (SELECT number, toUInt64(pow(cityHash64(number, 3) % 100000000 / 100000000., 2) * ${people}) AS who FROM numbers(${events}))`,
  )
  await state.query('UPDATE "Workspace" SET "lastOccurredAt" = $1 WHERE id = $2', [
    new Date(Date.parse(`${end.replace(' ', 'T')}Z`) - 3_600_000),
    workspace,
  ])
}

/** What goes on after the scores were made: a hundred people are merged, and a few thousand come. */
export async function goOnAfterScores({ warehouse, workspace }) {
  const insert = (query) =>
    warehouse.command({ query: `INSERT INTO ${query}`, clickhouse_settings: settings })
  await insert(
    `person_overrides (workspace_id, from_id, to_id, updated_at)
     SELECT '${workspace}', xxHash64(${user('2 * number')}), xxHash64(${user('2 * number + 1')}), now64(3) FROM numbers(100)`,
  )
  await insert(
    `identities (workspace_id, person_id, identity, first_seen)
     SELECT '${workspace}', xxHash64(${numbered('user:new', 'number')}), ${numbered('user:new', 'number')}, now64(3) FROM numbers(2000)`,
  )
}
