'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const createProvider = action(operations.createProvider)
export const setSecret = action(operations.setSecret)
export const disableProvider = action(operations.disableProvider)
export const testProvider = action(operations.testProvider)
