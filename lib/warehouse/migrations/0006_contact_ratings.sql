-- What the ratings of contacts ask of an action, beside its name and time: kept as hashes, so that a whole list is folded
-- without reading properties. 0 where there is none.
ALTER TABLE events {on_cluster}
  ADD COLUMN IF NOT EXISTS message_key UInt64 DEFAULT if(if(JSONHas(properties, 'messageId'), JSONExtractString(properties, 'messageId'), JSONExtractString(properties, 'message_id')) = '', 0, xxHash64(if(JSONHas(properties, 'messageId'), JSONExtractString(properties, 'messageId'), JSONExtractString(properties, 'message_id')))) COMMENT 'xxHash64 of the message id',
  ADD COLUMN IF NOT EXISTS list_key UInt64 DEFAULT if(if(JSONHas(properties, 'listId'), JSONExtractString(properties, 'listId'), JSONExtractString(properties, 'list_id')) = '', 0, xxHash64(if(JSONHas(properties, 'listId'), JSONExtractString(properties, 'listId'), JSONExtractString(properties, 'list_id')))) COMMENT 'xxHash64 of the list id',
  ADD COLUMN IF NOT EXISTS url_key UInt64 DEFAULT if(JSONExtractString(properties, 'url') = '', 0, xxHash64(JSONExtractString(properties, 'url'))) COMMENT 'xxHash64 of the clicked link';

-- Everybody's rating under one version of a contact model, as it is now. Of several rows of a contact the one that was
-- folded last has seen the most.
CREATE TABLE IF NOT EXISTS contact_ratings {on_cluster} (
  workspace_id UUID,
  version_id UUID,
  person_id UInt64 COMMENT 'after merges',
  score Float64,
  stars UInt8 COMMENT '1 to 5; 0: no contact any more (merged into another, or erased)',
  last_action LowCardinality(String) COMMENT 'the newest that counts',
  last_action_at DateTime64(3, 'UTC'),
  last_response_at Nullable(DateTime64(3, 'UTC')) COMMENT 'the newest counted read, click, forward, reply, profile update or invitation',
  counted UInt32 COMMENT 'actions that count',
  bounces UInt32 COMMENT 'of these, hard and soft',
  complaints UInt32,
  unsubscribed Bool COMMENT 'after the last subscription',
  reads UInt32 COMMENT 'reads and clicks by people, stored',
  machine_reads UInt32 COMMENT 'reads and clicks by machines, stored',
  known_since DateTime64(3, 'UTC'),
  score_before Float64 COMMENT 'of the rating that this one follows',
  stars_before UInt8 COMMENT '0: was no contact; what of a rating changed is told by these two while it is the newest',
  as_of DateTime64(3, 'UTC'),
  folded_at DateTime64(6, 'UTC') COMMENT 'when the reading of the actions began'
)
ENGINE = {replicated}ReplacingMergeTree(folded_at)
PARTITION BY version_id
ORDER BY (workspace_id, version_id, person_id)
SETTINGS index_granularity = 1024, fsync_after_insert = 1, fsync_part_directory = 1;

-- Everybody's rating at past instants: what changes of a week or a month are told by.
CREATE TABLE IF NOT EXISTS contact_points {on_cluster} (
  workspace_id UUID,
  version_id UUID,
  as_of DateTime64(3, 'UTC'),
  person_id UInt64,
  score Float64,
  stars UInt8
)
ENGINE = {replicated}ReplacingMergeTree
PARTITION BY version_id
ORDER BY (workspace_id, version_id, as_of, person_id);

-- Every change of a contact's stars that the product saw, with what caused it.
CREATE TABLE IF NOT EXISTS rating_changes {on_cluster} (
  workspace_id UUID,
  model_id UUID,
  version_id UUID,
  person_id UInt64 COMMENT 'after merges, at the time',
  changed_at DateTime64(3, 'UTC'),
  stars_before UInt8 COMMENT '0: was no contact yet',
  stars_after UInt8,
  score_before Float64,
  score_after Float64,
  cause LowCardinality(String) COMMENT 'an action, or time, model, merge, truncation',
  cause_event String COMMENT 'id of the action',
  cause_at Nullable(DateTime64(3, 'UTC')) COMMENT 'when the action occurred'
)
ENGINE = {replicated}MergeTree
PARTITION BY toYYYYMM(changed_at)
ORDER BY (workspace_id, model_id, person_id, changed_at);
