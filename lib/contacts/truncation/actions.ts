'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const startTruncation = action(operations.startTruncation)
export const cancelTruncation = action(operations.cancelTruncation)
