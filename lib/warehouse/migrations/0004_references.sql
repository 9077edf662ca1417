-- What RFM asks of a person's matched events in the window, beside the counts of each behavior.
ALTER TABLE run_counts {on_cluster}
  ADD COLUMN IF NOT EXISTS matched UInt32 COMMENT 'events that an enabled behavior matches',
  ADD COLUMN IF NOT EXISTS last_matched Nullable(DateTime64(3, 'UTC')) COMMENT 'occurred_at of the newest of them',
  ADD COLUMN IF NOT EXISTS monetary Float64 COMMENT 'strategic value, see lib/scoring/engagement/rfm';

-- The score under the reference that is not the version's own: frozen of a rolling version, rolling of a frozen one.
ALTER TABLE scores {on_cluster}
  ADD COLUMN IF NOT EXISTS other_score Nullable(Float64),
  ADD COLUMN IF NOT EXISTS other_tier LowCardinality(String),
  ADD COLUMN IF NOT EXISTS matched UInt32,
  ADD COLUMN IF NOT EXISTS last_matched Nullable(DateTime64(3, 'UTC')),
  ADD COLUMN IF NOT EXISTS monetary Float64;

-- The frozen reference of a version: everybody with a score at its pinned instant, scored under it.
CREATE TABLE IF NOT EXISTS version_references {on_cluster} (
  workspace_id UUID,
  version_id UUID,
  stage UInt8 COMMENT 'index of the stage, youngest 0',
  rank_key Float64 COMMENT 'floor(raw * 1e9 + 0.5)',
  people UInt32
)
ENGINE = {replicated}MergeTree
ORDER BY (workspace_id, version_id, stage, rank_key);
