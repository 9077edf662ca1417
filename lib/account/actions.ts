'use server'

import { action } from '@/lib/server/action'
import * as operations from './operations'

export const welcome = action(operations.welcome)
export const skipWelcome = action(operations.skipWelcome)
export const changeAccount = action(operations.changeAccount)
