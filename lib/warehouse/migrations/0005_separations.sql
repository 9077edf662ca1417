-- What was changed about who is who after it was first claimed, each change at its own time, where identity_claims
-- keeps only the first: people taken apart, aliased again after that, and ids given to somebody by hand.
CREATE TABLE IF NOT EXISTS identity_changes {on_cluster} (
  workspace_id UUID,
  from_id UInt64,
  to_id UInt64 COMMENT 'of a separation the person that was left',
  kind Enum8('alias' = 3, 'separate' = 4, 'own' = 5) COMMENT 'own: an anonymous id or an e-mail belongs to to_id',
  changed_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY (workspace_id, from_id, to_id, kind, changed_at)
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;
