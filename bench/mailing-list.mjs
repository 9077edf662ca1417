// A mailing list as large as the product is made for, written straight into the events inside the engine.

/** The last instant that anything happened, and days of activity before it. */
const end = '2026-01-01 00:00:00'
const days = 365

const settings = { max_threads: '2', max_partitions_per_insert_block: 1000 }

/** How many of a thousand actions are what; the rest are complaints. */
const shares = {
  delivered: 400,
  read: 360,
  click: 130,
  bounce_soft: 8,
  bounce_hard: 2,
  profile_update: 20,
  invite: 20,
  reply: 20,
  forward: 10,
  subscribed: 20,
  unsubscribe: 5,
}

const actionsOfEach = 50
const messages = 25

function actionOf(draw) {
  let below = 0
  const cases = Object.entries(shares).map(([name, share]) => `${draw} < ${(below += share)}, '${name}'`)
  return `multiIf(${cases.join(', ')}, 'complaint')`
}

/**
 * Fifty actions of each of so many contacts, over a year: what is done about a message is done within a day of its
 * delivery, a tenth of the reads by machines. In ten inserts, whose parts the engine merges or not.
 */
export async function fillMailingList({ warehouse, workspace }, contacts, inserts = 10) {
  const each = Math.ceil((contacts * actionsOfEach) / inserts)
  const email = `concat('c', toString(who), '@example.org')`
  for (let insert = 0; insert < inserts; insert++) {
    await warehouse.command({
      query: `
        INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name, email, properties, machine,
          source_id, source_kind, received_at, message_key, list_key, url_key)
        SELECT '${workspace}', xxHash64(concat('email:', ${email})),
          toDateTime64('${end}', 3, 'UTC') - toIntervalMillisecond(86400000 + cityHash64(message, who, 4) % ${(days - 1) * 86_400_000})
            + toIntervalMillisecond(if(action = 'delivered', 0, cityHash64(number, 5) % 86400000)) AS at,
          concat('action:', lower(hex(MD5(toString(number))))), 'action', ${actionOf('draw')} AS action, ${email},
          concat('{"messageId":"m', toString(message), '"}'), action = 'read' AND cityHash64(number, 6) % 10 = 0,
          '${workspace}', 'webhook', at, xxHash64(concat('m', toString(message))),
          if(action = 'invite', xxHash64('l1'), 0), if(action = 'click', cityHash64(number, 7) % 100 + 1, 0)
        FROM (
          SELECT number, cityHash64(number, 1) % 1000 AS draw, intDiv(number, ${actionsOfEach}) AS who,
            cityHash64(number, 2) % ${messages} AS message
          FROM numbers(${insert * each}, ${each}) WHERE number < ${contacts * actionsOfEach}
        )`,
      clickhouse_settings: settings,
    })
  }
}
