'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const loadDemo = action(operations.loadDemo)
export const cancelDemo = action(operations.cancelDemo)
