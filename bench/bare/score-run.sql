-- What a run does, as one would write it by hand for one model: six behaviors in 30 days, people active within 90 days,
-- two stages that are each a baseline of their own, zeros at the bottom, three tiers. No merges, no exclusions, nobody
-- without events, no pooling of small stages, no progress and no cancelling: the floor that `score-run` is compared with.
INSERT INTO scores (
  workspace_id, run_id, person_id, as_of, state, raw, score, tier, stage,
  below, equal, baseline, counts, tenure_days, last_activity, account_id
)
WITH
  toDateTime64({asOf:String}, 3, 'UTC') AS as_of,
  people AS (
    SELECT
      person_id,
      max(occurred_at) AS last_activity,
      dateDiff('millisecond', min(occurred_at), as_of) / 86400000 AS tenure_days,
      [
        toFloat64(countIf(name = 'Report Run' AND occurred_at >= as_of - INTERVAL 30 DAY)),
        toFloat64(max(name = 'Invite Sent' AND occurred_at >= as_of - INTERVAL 30 DAY)),
        toFloat64(countIf(name = 'Export' AND occurred_at >= as_of - INTERVAL 30 DAY)),
        toFloat64(uniqExactIf(toDate(occurred_at), name = 'Login' AND occurred_at >= as_of - INTERVAL 30 DAY)),
        toFloat64(uniqExactIf(toDate(occurred_at), name = 'Comment' AND occurred_at >= as_of - INTERVAL 30 DAY)),
        toFloat64(countIf(name = 'Dashboard Viewed' AND occurred_at >= as_of - INTERVAL 30 DAY))
      ] AS counts,
      if(last_activity < as_of - INTERVAL 90 DAY, 'dormant', 'scored') AS state,
      if(tenure_days < 30, 'new', 'established') AS stage,
      5 * least(20, counts[1]) + 5 * counts[2] + 3 * least(20, counts[3]) + counts[4] + 3 * counts[5]
        + least(20, counts[6]) AS raw
    FROM events
    WHERE workspace_id = {workspace:UUID} AND kind IN ('track', 'page', 'screen') AND occurred_at < as_of
    GROUP BY person_id
  ),
  ranked AS (
    SELECT *,
      rank() OVER (PARTITION BY state, stage ORDER BY floor(raw * 1e9 + 0.5)) - 1 AS below,
      count() OVER (PARTITION BY state, stage, floor(raw * 1e9 + 0.5)) AS equal,
      count() OVER (PARTITION BY state, stage) AS baseline,
      state = 'scored' AS scored,
      if(raw <= 0, 0, 100 * (below + equal / 2) / baseline) AS points
    FROM people
  )
SELECT
  {workspace:UUID}, {run:UUID}, person_id, as_of, state,
  if(scored, raw, NULL), if(scored, points, NULL),
  multiIf(NOT scored, '', points < 20, 'at-risk', points < 80, 'regular', 'power'),
  if(scored, stage, ''), below, equal, baseline, counts, tenure_days, last_activity, ''
FROM ranked
