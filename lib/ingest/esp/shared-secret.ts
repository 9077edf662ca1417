import type { Delivery } from './delivery'
import type { SourceSettings, Verdict } from './adapter'
import { equalInConstantTime } from './equal-in-constant-time'

/**
 * For providers that sign nothing: the source's secret as the password of HTTP Basic (of any user), as a bearer token,
 * or in the address as `?secret=` or `?token=`.
 */
export function sharedSecret(delivery: Pick<Delivery, 'headers' | 'url'>, settings: SourceSettings): Verdict {
  if (!settings.secret) return noSecret
  const given = secretsIn(delivery)
  if (given.length === 0)
    return {
      code: 'signature',
      message: 'The delivery carries no secret: neither a password nor in its address.',
    }
  const { secret } = settings
  const known = given.filter((candidate) => equalInConstantTime(candidate, secret)).length > 0
  return known
    ? null
    : { code: 'signature', message: 'The secret of the delivery is not the one of this source.' }
}

export const noSecret: Verdict = {
  code: 'signature',
  message: 'This source has no secret yet, so nothing that arrives can be believed.',
}

function secretsIn({ headers, url }: Pick<Delivery, 'headers' | 'url'>): string[] {
  const authorization = headers.get('authorization') ?? ''
  const [, basic] = /^basic\s+(\S+)$/i.exec(authorization) ?? []
  const [, bearer] = /^bearer\s+(\S+)$/i.exec(authorization) ?? []
  const userAndPassword = basic === undefined ? '' : Buffer.from(basic, 'base64').toString('utf8')
  const query = new URL(url, 'https://localhost').searchParams
  return [
    userAndPassword.includes(':') ? userAndPassword.slice(userAndPassword.indexOf(':') + 1) : null,
    bearer,
    query.get('secret'),
    query.get('token'),
  ].filter((text): text is string => Boolean(text))
}
