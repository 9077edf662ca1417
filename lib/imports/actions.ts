'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const beginImport = action(operations.beginImport)
export const stopImport = action(operations.stopImport)
export const continueImport = action(operations.continueImport)
