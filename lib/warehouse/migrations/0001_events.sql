-- Every accepted event, as it came. Ordered by person so that one person's history is one short read and a
-- population is counted in ranges of person_id (a hash, so ranges are even); parts by month of occurrence.
CREATE TABLE IF NOT EXISTS events {on_cluster} (
  workspace_id UUID,
  person_id UInt64 COMMENT 'xxHash64 of the identity the event came with; 0 = about no person',
  occurred_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  event_id String COMMENT 'message id: with the workspace the identity of the event',
  kind Enum8('track' = 1, 'page' = 2, 'screen' = 3, 'identify' = 4, 'group' = 5, 'alias' = 6, 'action' = 7, 'outcome' = 8),
  name LowCardinality(String),
  user_id String,
  anonymous_id String,
  email String,
  account_id String,
  properties String COMMENT 'JSON object' CODEC(ZSTD(1)),
  machine Bool,
  source_id UUID COMMENT 'write key or import',
  source_kind Enum8('http' = 1, 'import' = 2, 'webhook' = 3),
  received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))
)
ENGINE = {replicated}MergeTree
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (workspace_id, person_id, occurred_at, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Which message ids are in: a fine index, so that 500 ids among ten million are found in milliseconds.
CREATE TABLE IF NOT EXISTS event_ledger {on_cluster} (
  workspace_id UUID,
  id_hash UInt64 COMMENT 'xxHash64 of event_id',
  received_at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))
)
ENGINE = {replicated}MergeTree
ORDER BY (workspace_id, id_hash)
SETTINGS index_granularity = 256, fsync_after_insert = 1, fsync_part_directory = 1;

-- What was refused and why, kept thirty days.
CREATE TABLE IF NOT EXISTS rejected_events {on_cluster} (
  workspace_id UUID,
  source_id UUID,
  received_at DateTime64(3, 'UTC'),
  batch_index UInt32 COMMENT 'place in the batch that was sent, from 0',
  code LowCardinality(String),
  message String,
  raw String COMMENT 'what was sent, cut at 32 KB' CODEC(ZSTD(3))
)
ENGINE = {replicated}MergeTree
PARTITION BY toYYYYMM(received_at)
ORDER BY (workspace_id, received_at)
TTL toDateTime(received_at) + INTERVAL 30 DAY
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
