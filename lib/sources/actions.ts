'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const createSource = action(operations.createSource)
export const revokeSource = action(operations.revokeSource)
