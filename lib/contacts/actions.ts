'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const makeUsualModel = action(operations.makeUsualModel)
