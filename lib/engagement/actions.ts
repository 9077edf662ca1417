'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const makeStarter = action(operations.makeStarter)
export const cancelRun = action(operations.cancelRun)
export const restateModel = action(operations.restateModel)
