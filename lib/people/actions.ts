'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const mergePerson = action(operations.mergePerson)
export const unmergePerson = action(operations.unmergePerson)
