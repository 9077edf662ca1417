-- First half of a run: what everybody did. A partition a run, dropped when the run is done, failed or cancelled.
CREATE TABLE IF NOT EXISTS run_counts {on_cluster} (
  workspace_id UUID,
  run_id UUID,
  person_id UInt64 COMMENT 'after merges',
  state Enum8('scored' = 0, 'unknown' = 1, 'excluded' = 2, 'not-yet-seen' = 3, 'dormant' = 4, 'grace' = 5),
  stage UInt8 COMMENT 'index of the stage, youngest 0',
  tenure_days Float64 COMMENT 'as_of - first activity, in days; 0 where not yet seen',
  raw Float64,
  rank_key Float64 COMMENT 'floor(raw * 1e9 + 0.5)',
  counts Array(Float64) COMMENT 'n per behavior of the version, in its order',
  last_activity Nullable(DateTime64(3, 'UTC')),
  account_id String
)
ENGINE = {replicated}MergeTree
PARTITION BY run_id
ORDER BY person_id;

-- Second half: everybody's score at one instant under one version. The live run of (version, as_of) is in PostgreSQL.
CREATE TABLE IF NOT EXISTS scores {on_cluster} (
  workspace_id UUID,
  run_id UUID,
  person_id UInt64,
  as_of DateTime64(3, 'UTC'),
  state Enum8('scored' = 0, 'unknown' = 1, 'excluded' = 2, 'not-yet-seen' = 3, 'dormant' = 4, 'grace' = 5),
  raw Nullable(Float64),
  score Nullable(Float64) COMMENT '0 to 100, higher is better',
  tier LowCardinality(String) COMMENT 'key, empty without a score',
  stage LowCardinality(String) COMMENT 'key',
  below UInt32,
  equal UInt32,
  baseline UInt32 COMMENT 'N of the baseline the score was placed in',
  counts Array(Float64),
  tenure_days Float64,
  last_activity Nullable(DateTime64(3, 'UTC')),
  account_id String
)
ENGINE = {replicated}MergeTree
PARTITION BY toYYYYMM(as_of)
ORDER BY (workspace_id, run_id, person_id);
