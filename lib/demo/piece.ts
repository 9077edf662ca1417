import type { CanonicalEvent } from '@/lib/ingest/canonical-event'

/** Some of the events of a part of the demo, and how much of that part is through with them, from 0 to 1. */
export type Piece = { done: number; events: CanonicalEvent[] }
