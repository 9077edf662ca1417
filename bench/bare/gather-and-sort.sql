-- What rating a list cannot do without, as one would write it by hand: everybody's actions gathered and put in order, of
-- the people in a range. No mapping, no machines, nothing left out and no score: the floor that `rebuild-contacts` is
-- compared with.
SELECT count() AS contacts, sum(length(actions)) AS gathered, max(actions[1].1) AS latest_first
FROM (
  SELECT person_id, arraySort(groupArray((occurred_at, event_id, name, message_key))) AS actions
  FROM events
  WHERE workspace_id = {workspace:UUID} AND kind = 'action'
    AND person_id BETWEEN {rangeFrom:UInt64} AND {rangeTo:UInt64}
  GROUP BY person_id
)
