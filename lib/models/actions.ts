'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const createModel = action(operations.createModel)
export const putDraft = action(operations.putDraft)
export const publishModel = action(operations.publishModel)
export const startRun = action(operations.startRun)
export const rollBackModel = action(operations.rollBackModel)
export const discardDraft = action(operations.discard)
export const duplicateModel = action(operations.duplicateModel)
export const archiveModel = action(operations.archiveModel)
export const restoreModel = action(operations.restoreModel)
