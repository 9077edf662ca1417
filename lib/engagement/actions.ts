'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const makeStarter = action(operations.makeStarter)
export const startRun = action(operations.startRun)
export const cancelRun = action(operations.cancelRun)
export const restateModel = action(operations.restateModel)
export const createModel = action(operations.createModel)
export const putDraft = action(operations.putDraft)
export const publishModel = action(operations.publishModel)
