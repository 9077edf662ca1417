import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { BoundValues } from './bound-values'
import { conditionsSql } from './condition-sql'
import { isText, readableJson, textOf } from './json-sql'
import { resolvedRows } from './resolved-rows'

/** What `trim` of JavaScript takes off. */
const blank = '[\\\\s\\\\v\\\\p{Z}\\\\x{FEFF}]*'

const domain = (address: string) =>
  `lowerUTF8(replaceRegexpOne(splitByChar('@', ${address})[-1], '^${blank}(.*?)${blank}$', '\\\\1'))`

/** A trait `createdAt` in ms: ISO 8601 or epoch seconds or milliseconds; null where it is neither. */
const createdAt = `multiIf(
  JSONType(value) = 'String',
    toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(JSONExtractString(value), 3, 'UTC')),
  JSONExtractFloat(value) > 0 AND JSONExtractFloat(value) < 1e11, toInt64(JSONExtractFloat(value) * 1000),
  JSONExtractFloat(value) >= 1e11 AND JSONExtractFloat(value) < 5e12, toInt64(JSONExtractFloat(value)),
  NULL)`

/** `refusesConsent` of the pure core, of the JSON of the trait. */
const refusesConsent = (json: string) =>
  `(${json} = 'false' OR match(lowerUTF8(if(${isText(json)}, ${textOf(json)}, '')), '^${blank}(false|no|denied|refused)${blank}$'))`

/**
 * Everybody whom the workspace knows, with what does not hang on what they did: `refused` (consent), `excluded`, and
 * `created` (ms, null without). Traits are the newest over all that was merged, by (set_at, value); an e-mail or a
 * createdAt of any of them counts.
 */
export function knownPeople(
  { excludeEmailDomains, exclude }: EngagementDocument['population'],
  values: BoundValues,
  hasMerges: boolean,
): string {
  const asked = [...new Set(['consent', ...(exclude?.where ?? []).map(({ property }) => property)])]
  const newest = (key: string) => `newest_${asked.indexOf(key)}`
  const byDomain = excludeEmailDomains.length > 0
  const domains = values.bind('Array(String)', excludeEmailDomains)
  const read = ['createdAt', ...(byDomain ? ['email'] : []), ...asked]

  const identities = resolvedRows(
    {
      table: 'identities',
      columns: byDomain
        ? `if(startsWith(identity, 'email:'), ${domain('substring(identity, 7)')}, '') AS domain`
        : `'' AS domain`,
    },
    hasMerges,
  )
  const traits = resolvedRows(
    {
      table: 'person_traits FINAL',
      columns: 'key, value, set_at',
      where: `key IN ${values.bind('Array(String)', read)}`,
    },
    hasMerges,
  )
  const traitDomain = byDomain
    ? `if(key = 'email' AND ${isText('value')}, ${domain(textOf('value'))}, '')`
    : `''`

  const newestOf = asked.map(
    (key) => `argMaxIf(value, (set_at, value), key = ${values.text(key)}) AS ${newest(key)}`,
  )
  return `
    SELECT person, ${refusesConsent(newest('consent'))} AS refused,
      by_domain${exclude ? ` OR ${conditionsSql(exclude, newest, values)}` : ''} AS excluded, created
    FROM (
      SELECT person, max(domain IN ${domains}) AS by_domain, min(created) AS created,
        ${newestOf.join(',\n        ')}
      FROM (
        SELECT person, domain, '' AS key, '' AS value, toDateTime64(0, 3, 'UTC') AS set_at,
          NULL::Nullable(Int64) AS created
        FROM (${identities})
        UNION ALL
        SELECT person, ${traitDomain} AS domain, key, value, set_at,
          if(key = 'createdAt', ${createdAt}, NULL) AS created
        FROM (SELECT person, key, ${readableJson('rows.value')} AS value, set_at FROM (${traits}) AS rows)
      )
      GROUP BY person
    )`
}
