'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const createWorkspace = action(operations.createWorkspace)
export const changeWorkspace = action(operations.changeWorkspace)
export const createKey = action(operations.createKey)
export const revokeKey = action(operations.revokeKey)
