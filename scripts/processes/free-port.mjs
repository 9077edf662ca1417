import { createServer } from 'node:net'

/** Listens on a port of `host` (all interfaces when undefined) for a moment; resolves to the port it got. */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = /** @type {import('node:net').AddressInfo} */ (server.address())
      server.close(() => resolve(got))
    })
  })
}

/**
 * Why no server could listen on this port now, on loopback or on all interfaces; undefined when one could.
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
export async function portProblem(port) {
  try {
    await tryPort(port, undefined)
    await tryPort(port, '127.0.0.1')
    return undefined
  } catch (error) {
    if (error.code === 'EADDRINUSE') return 'is in use by another program'
    return error.code === 'EACCES' ? 'is not allowed for this account' : `cannot be used (${error.code})`
  }
}

/**
 * A free port on loopback: the wanted one if it is free, else one that the system picks.
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  if (wanted !== undefined && !(await portProblem(wanted))) return wanted
  return tryPort(0, '127.0.0.1')
}
