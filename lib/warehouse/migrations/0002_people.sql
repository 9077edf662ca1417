-- People are looked up a few hundred at a time, so these tables have finer granules than the default of 8192.

-- Every identity ever seen and its hash: how an internal key becomes a public person id.
CREATE TABLE IF NOT EXISTS identities {on_cluster} (
  workspace_id UUID,
  person_id UInt64 COMMENT 'xxHash64 of identity',
  identity String COMMENT 'user:<id>, anon:<id> or email:<address>',
  first_seen SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'received_at of the first event that carried it'
)
ENGINE = {replicated}AggregatingMergeTree
ORDER BY (workspace_id, person_id, identity)
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;

-- Facts about who is who, only ever added to: an anonymous id or an e-mail seen with a user, two user ids aliased.
-- A claim that is made again keeps its first time. Of an anonymous id only the first claim is kept.
CREATE TABLE IF NOT EXISTS identity_claims {on_cluster} (
  workspace_id UUID,
  from_id UInt64,
  to_id UInt64,
  kind Enum8('anonymous' = 1, 'email' = 2, 'alias' = 3),
  claimed_at SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'received_at of the first event that carried both'
)
ENGINE = {replicated}AggregatingMergeTree
ORDER BY (workspace_id, kind, from_id, to_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What follows from the claims, chains resolved: from_id is counted as to_id. from_id = to_id takes it back.
CREATE TABLE IF NOT EXISTS person_overrides {on_cluster} (
  workspace_id UUID,
  from_id UInt64,
  to_id UInt64,
  updated_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}ReplacingMergeTree(updated_at)
ORDER BY (workspace_id, from_id)
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS person_traits {on_cluster} (
  workspace_id UUID,
  person_id UInt64 COMMENT 'the identity the trait came with',
  key String,
  value String COMMENT 'JSON; null removes the trait',
  set_at DateTime64(3, 'UTC') COMMENT 'occurred_at of the event that set it'
)
ENGINE = {replicated}ReplacingMergeTree(set_at)
ORDER BY (workspace_id, person_id, key)
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS person_accounts {on_cluster} (
  workspace_id UUID,
  person_id UInt64,
  account_id String,
  joined_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}ReplacingMergeTree(joined_at)
ORDER BY (workspace_id, person_id, account_id)
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS account_traits {on_cluster} (
  workspace_id UUID,
  account_id String,
  key String,
  value String,
  set_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}ReplacingMergeTree(set_at)
ORDER BY (workspace_id, account_id, key)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Which properties an event of a name has carried: written before the events, so it may know too many, never too few.
CREATE TABLE IF NOT EXISTS event_properties {on_cluster} (
  workspace_id UUID,
  kind Enum8('track' = 1, 'page' = 2, 'screen' = 3, 'identify' = 4, 'group' = 5, 'alias' = 6, 'action' = 7, 'outcome' = 8),
  name String,
  property String
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY (workspace_id, kind, name, property)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
